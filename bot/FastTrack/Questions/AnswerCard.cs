using System.Globalization;
using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Questions.Knowledge;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Questions;

/// <summary>An answer that can be checked: the passage, the pages that it rests on with their dates, and whom to ask beyond.</summary>
public sealed class AnswerCard(CardLibrary cards)
{
    /// <summary>What feedback calls the answer that there was none.</summary>
    public const string Unknown = "unknown";

    /// <param name="language">The language of the question.</param>
    /// <param name="whom">Whom to ask, as <see cref="WhomToAsk"/> puts it.</param>
    internal RawJson Fill(FoundAnswer answer, string language, string whom)
    {
        var best = answer.Best;
        return Fill(new AnswerModel(
            Words.Language, Text.Title, best.Heading, best.Text, SourcesOf(best), Text.AskLine.With(whom), best.Id,
            [.. answer.Others.Select(other => new OtherPassage(other.Heading, other.Text, SourcesOf(other)))], Labels)
        {
            Note = best.Language == language ? null : Text.EnglishOnly,
            Command = best.See is { } command ? new AnswerCommand(command, Text.Button_See.With(command)) : null,
        });
    }

    /// <param name="question">As it was typed.</param>
    internal RawJson FillUnknown(string question, string whom) => Fill(new AnswerModel(
        Words.Language, Text.Title, Text.Unknown_Title, Text.Unknown_Text.With(UserText.Escape(Words.Cut(question, 120))), "", Text.Unknown_Ask.With(whom), Unknown, [], Labels)
    {
        Command = new AnswerCommand("help", Text.Button_Help),
    });

    private static AnswerLabels Labels => new(Text.Button_More, Text.Button_Helpful, Text.Button_NotHelpful, Text.Button_Word, Text.Label_Word);

    private RawJson Fill(AnswerModel model) => new(cards["Questions/Answer"].Fill(model, AnswerJson.Default.AnswerModel));

    private static string SourcesOf(Passage passage) => Text.SourceLine.With(string.Join(Text.Semicolon, passage.Sources.Select(SourceOf)));

    private static string SourceOf(Source source)
    {
        var title = source.Url is { } url ? $"[{source.Title}]({url})" : source.Title;
        return Text.SourceAndDate.With(title, source.Date?.Format(CultureInfo.CurrentUICulture) ?? Text.Undated);
    }
}

/// <summary>The data of the template <c>Questions/Answer</c>.</summary>
internal sealed record AnswerModel(
    string Lang, string Title, string Heading, string Text, string Sources, string Ask, string Id, IReadOnlyList<OtherPassage> Others, AnswerLabels Labels)
{
    public string? Note { get; init; }

    public AnswerCommand? Command { get; init; }
}

internal sealed record OtherPassage(string Heading, string Text, string Sources);

/// <summary>The button that leads on.</summary>
internal sealed record AnswerCommand(string Name, string Title);

internal sealed record AnswerLabels(string More, string Helpful, string NotHelpful, string Word, string WordLabel);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnswerModel))]
internal sealed partial class AnswerJson : JsonSerializerContext;
