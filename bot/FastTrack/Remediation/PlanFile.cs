using CsvHelper;
using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Files;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Remediation;

/// <summary>The remediation plan for a spreadsheet: an item a line, what is due first comes first.</summary>
public sealed class PlanFile(TimeProvider clock) : FileKind("plan")
{
    /// <summary>
    /// Names and reasons are people's words: none may be run as a formula by the spreadsheet of whoever opens the file. Without the mark at the
    /// beginning Excel takes the letters of many languages for others.
    /// </summary>
    private static readonly CsvWriterOptions Csv = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public override string Describe(Engagement engagement) => Text.File_Description.With(engagement.Organisation);

    public override async ValueTask<NamedFile> BuildAsync(
        DocumentSession documents, string tenantId, Engagement engagement, CancellationToken cancellationToken)
    {
        var view = await Plans.ReadAsync(documents, tenantId, engagement, cancellationToken);
        using var content = new MemoryStream();
        using (var csv = CsvWriter.Create(content, Csv, leaveOpen: true))
        {
            csv.WriteRecord(Text.Column_Finding, Text.Column_Severity, Text.Column_State, Text.Label_Owner, Text.Label_Due,
                Text.Fact_Fixed, Text.Fact_Customer, Text.Fact_FastTrack, Text.Fact_Waived, Text.Column_Fix, Text.Button_ReadMore);
            foreach (var item in view.Plan.Items.OrderBy(item => item.Due).ThenByDescending(item => item.Finding.Severity)) csv.WriteRecord(Cells(item));
        }

        return new NamedFile(FileName(Text.File_Name, engagement, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), "csv"), content.ToArray());
    }

    private static string[] Cells(RemediationItem item) =>
    [
        FindingWords.PlainTitle(item.Finding), PlanWords.Severity(item.Finding.Severity), PlanWords.State(item), item.Owner.Name, Days.Iso(item.Due),
        Said(item.Fixed) ?? (item.SeenFixed is { } seen ? $"{Text.Fact_Seen}, {Days.Iso(DateOnly.FromDateTime(seen.UtcDateTime))}" : ""),
        Said(item.ByCustomer) ?? "", Said(item.ByFastTrack) ?? "", item.Waived?.Why ?? "", FindingWords.PlainFix(item.Finding), item.Finding.ReadMore.AbsoluteUri,
    ];

    private static string? Said(Mark? mark) => mark is null ? null : $"{mark.By.Name}, {Days.Iso(DateOnly.FromDateTime(mark.At.UtcDateTime))}";
}
