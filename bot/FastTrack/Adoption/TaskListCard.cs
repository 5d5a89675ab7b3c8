using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Adoption;

/// <summary>The tasks of one service, or of all together, in four lists to tick.</summary>
internal sealed class TaskListCard(CardLibrary cards, TimeProvider clock)
{
    /// <param name="list">A service of the engagement, or <see cref="AdoptionCard.Once"/>, which any other word counts as.</param>
    public RawJson Fill(Engagement engagement, AdoptionPlan plan, string? list)
    {
        var workload = engagement.Workloads.FirstOrDefault(known => known == list);
        var items = AdoptionRules.Of(plan, workload).ToList();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var title = workload is null ? Text.Once : Names.OfWorkload(workload);
        var model = new TaskListModel(
            Words.Language, engagement.Organisation, title,
            Text.ProgressOf.With(items.Count(item => item.IsDone), items.Count),
            [
                .. items.GroupBy(item => AdoptionTasks.Find(item.Id)?.Topic ?? AdoptionTopic.Stakeholders).OrderBy(group => group.Key)
                    .Select(group => new TaskGroup(Text.ResourceManager.Named($"Topic_{group.Key}"), [.. group.Select(item => Row(item, today))])),
            ],
            engagement.Id, workload ?? AdoptionCard.Once,
            string.Join(',', items.Where(item => item.IsDone).Select(item => item.Id)),
            new TaskListLabels(Text.Button_Save, Text.Button_Back, Text.Details));
        return new RawJson(cards["Adoption/Tasks"].Fill(model, AdoptionJson.Default.TaskListModel));
    }

    private static TaskRow Row(ChecklistItem item, DateOnly today)
    {
        var late = !item.IsDone && item.Due < today;
        return new TaskRow(
            item.Id, Names.OfTask(item.Id),
            item.DoneBy is { } person ? Text.DoneBy.With(UserText.Escape(person.Name)) : (late ? Text.LateSince : Text.DueOn).With(Days.Short(item.Due)),
            late ? "Attention" : "Default", item.IsDone ? "true" : "false",
            !item.IsDone && item.Owner is { } owner ? new UserText(owner.Name) : default(UserText?));
    }
}

/// <summary>The data of the template <c>Adoption/Tasks</c>.</summary>
/// <param name="Shown">The items that the card shows as done: only what differs from it is what the person changed.</param>
internal sealed record TaskListModel(
    string Lang, UserText Organisation, string Title, string Progress, IReadOnlyList<TaskGroup> Groups,
    string Engagement, string List, string Shown, TaskListLabels Labels);

internal sealed record TaskGroup(string Title, IReadOnlyList<TaskRow> Items);

internal sealed record TaskRow(string Id, string Title, string When, string Color, string Done, UserText? Owner);

internal sealed record TaskListLabels(string Save, string Back, string Details);
