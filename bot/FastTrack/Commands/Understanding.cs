using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Questions;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Commands;

/// <summary>What somebody means who typed no command: a command in other words or with a slip, a question, or something near a command.</summary>
public sealed class Understanding(CommandSet commands, Phrasebook phrasebook, QuestionDesk questions, CardLibrary cards)
{
    public Command? CommandFor(string text) => phrasebook.Certain(text) is { } name ? commands.Named(name) : null;

    public QuestionDesk Questions => questions;

    /// <returns>False where nothing fits.</returns>
    public async ValueTask<bool> ReplyAsync(TurnContext turn, CancellationToken cancellationToken) =>
        (!QuestionDesk.IsQuestion(turn.Text) && Suggest(turn)) || await questions.ReplyAsync(turn, cancellationToken);

    private bool Suggest(TurnContext turn)
    {
        var names = phrasebook.Suggestions(turn.Text).Where(name => commands.Named(name) is not null).ToList();
        if (names.Count == 0) return false;
        var language = QuestionDesk.LanguageOf(turn);
        var model = new SuggestionModel(
            Words.Language, Text.DidYouMean, Text.DidYouMean_Text.With(UserText.Escape(Words.Cut(turn.Text, 80))),
            [.. names.Select(name => new SuggestedCommand(name, Phrasebook.TitleOf(name, language)))], Text.Button_Help);
        turn.Reply(new RawJson(cards["Commands/DidYouMean"].Fill(model, SuggestionJson.Default.SuggestionModel)), Text.DidYouMean);
        return true;
    }
}

/// <summary>The data of the template <c>Commands/DidYouMean</c>.</summary>
internal sealed record SuggestionModel(string Lang, string Title, string Text, IReadOnlyList<SuggestedCommand> Commands, string Help);

internal sealed record SuggestedCommand(string Name, string Title);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SuggestionModel))]
internal sealed partial class SuggestionJson : JsonSerializerContext;
