using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Questions.Knowledge;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>Offers a command that the model thinks is wanted; the person's press runs it, with the person's rights.</summary>
internal sealed class ProposalCard(CardLibrary cards)
{
    /// <param name="question">Decides in which language the button speaks.</param>
    public Activity Fill(Activity message, string command, string question)
    {
        var title = Phrasebook.TitleOf(command, QuestionLanguage.Of(question, message.Locale ?? ""));
        var model = new ProposalModel(Words.Language, Text.Proposal_Title, Text.Proposal_Text.With(UserText.Escape(title)), command, title);
        return message with
        {
            Summary = Text.Proposal_Title,
            Attachments = [Attachment.Of(new RawJson(cards["Questions/Proposal"].Fill(model, ProposalJson.Default.ProposalModel)))],
        };
    }
}

/// <summary>The data of the template <c>Questions/Proposal</c>.</summary>
internal sealed record ProposalModel(string Lang, string Title, string Text, string Command, string Button);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProposalModel))]
internal sealed partial class ProposalJson : JsonSerializerContext;
