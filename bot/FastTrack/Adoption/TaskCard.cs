using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Adoption;

/// <summary>One task of adoption: who sees to it, until when, and where it comes from.</summary>
internal sealed class TaskCard(CardLibrary cards)
{
    public RawJson Fill(Engagement engagement, ChecklistItem item, bool mayAssign, string? problem = null)
    {
        var task = AdoptionTasks.Find(item.Id);
        var model = new TaskModel(
            Words.Language, Names.OfTask(item.Id),
            task is null ? "" : Text.TaskOf.With(Names.Of(task.Stage), task.Source.Title),
            problem, mayAssign,
            item.Owner is { } owner ? Text.OwnedBy.With(UserText.Escape(owner.Name)) : Text.OwnedByNobody,
            Text.DueOn.With(Days.Short(item.Due)),
            item.Owner?.ObjectId ?? "", Days.Iso(item.Due),
            [new Choice("", Text.OwnedByNobody), .. engagement.People.Select(person => new Choice(person.ObjectId, UserText.Escape(person.Name)))],
            engagement.Id, item.Id, AdoptionTasks.WorkloadOf(item.Id) ?? AdoptionCard.Once,
            new TaskLabels(Text.Label_Owner, Text.Label_Due, Text.Button_Save, Text.Button_Back));
        return new RawJson(cards["Adoption/Task"].Fill(model, AdoptionJson.Default.TaskModel));
    }
}

/// <summary>The data of the template <c>Adoption/Task</c>.</summary>
internal sealed record TaskModel(
    string Lang, string Title, string Subtitle, string? Problem, bool MayAssign, string OwnedBy, string DueOn, string Owner, string Due,
    IReadOnlyList<Choice> People, string Engagement, string Item, string List, TaskLabels Labels);

internal sealed record TaskLabels(string Owner, string Due, string Save, string Back);
