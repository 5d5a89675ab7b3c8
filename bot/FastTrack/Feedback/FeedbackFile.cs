using CsvHelper;
using FastTrackBot.Platform.BotFramework.Files;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Feedback;

/// <summary>All feedback for a spreadsheet, a person's word a line.</summary>
internal sealed class FeedbackFile(FeedbackDesk desk, FeedbackCard card) : TenantFile("feedback")
{
    /// <summary>Names and words are people's own: none may be run as a formula by whoever opens the file.</summary>
    private static readonly CsvWriterOptions Csv = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public override string Description => Text.File_Description;

    public override async ValueTask<NamedFile?> BuildAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await desk.ReadAsync(turn, cancellationToken) is not { } all) return null;
        using var content = new MemoryStream();
        using (var csv = CsvWriter.Create(content, Csv, leaveOpen: true))
        {
            csv.WriteRecord(Text.Column_Kind, Text.Column_Subject, Text.Column_Title, Text.Column_Helpful, Text.Column_Word, Text.Column_Person, Text.Column_Day);
            foreach (var given in all.OrderBy(given => given.At)) csv.WriteRecord(Cells(given));
        }

        return new NamedFile($"{Text.File_Name} {Days.Iso(DateOnly.FromDateTime(turn.Clock.GetUtcNow().UtcDateTime))}.csv", content.ToArray());
    }

    private string[] Cells(GivenFeedback given) =>
    [
        given.Kind, given.Subject, card.TitleOf(given.Kind, given.Subject), given.Helpful ? Text.Yes : Text.No, given.Word ?? "", given.By.Name,
        Days.Iso(DateOnly.FromDateTime(given.At.UtcDateTime)),
    ];
}
