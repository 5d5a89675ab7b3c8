using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Remediation.Posts;

/// <summary>The dialog in which somebody says what to post: first of which engagement, then which items.</summary>
public sealed class PostDialogCard(CardLibrary cards)
{
    /// <summary>More would not fit into a card that people read; whoever has more posts twice.</summary>
    private const int MostItems = 40;

    internal RawJson Choose(IReadOnlyList<Engagement> engagements) => Fill(new PostDialogModel(
        Words.Language, Text.Post_Which, null, null, [.. engagements.Select(one => new Choice(one.Id, UserText.Escape(one.Organisation)))],
        [], [], new PostValues(engagements[0].Id, "", "", "", ""), Labels, Text.Post_Continue));

    /// <param name="items">The open ones of the plan.</param>
    internal RawJson Items(Engagement engagement, IReadOnlyList<RemediationItem> items, PostForm form, string? problem = null) => Fill(new PostDialogModel(
        Words.Language,
        UserText.Escape(engagement.Organisation),
        problem,
        engagement.Id,
        [],
        [.. items.Take(MostItems).Select(item => new Choice(item.Id, $"{FindingWords.Title(item.Finding)} ({UserText.Escape(item.Owner.Name)}, {Days.Short(item.Due)})"))],
        [new Choice(Person.Nobody, Text.Post_AsPlanned), .. engagement.People.Select(person => new Choice(person.ObjectId, UserText.Escape(person.Name)))],
        new PostValues("", string.Join(',', form.Items), form.Owner ?? Person.Nobody, form.Due is { } due ? Days.Iso(due) : "", form.Note ?? ""),
        Labels,
        Text.Post_Preview));

    private static PostLabels Labels => new(Text.Post_Engagement, Text.Post_Items, Text.Label_Owner, Text.Post_Due, Text.Post_Note, Text.Post_NoteHint);

    private RawJson Fill(PostDialogModel model) => new(cards["Remediation/PostDialog"].Fill(model, PostJson.Default.PostDialogModel));
}

/// <summary>The data of the template <c>Remediation/PostDialog</c>.</summary>
/// <param name="Engagement">Null while it has to be chosen.</param>
internal sealed record PostDialogModel(
    string Lang, string Title, string? Problem, string? Engagement, IReadOnlyList<Choice> Engagements, IReadOnlyList<Choice> Items,
    IReadOnlyList<Choice> People, PostValues Values, PostLabels Labels, string Button);

internal sealed record PostValues(string Engagement, string Items, string Owner, string Due, string Note);

internal sealed record PostLabels(string Engagement, string Items, string Owner, string Due, string Note, string NoteHint);
