namespace FastTrackBot.FastTrack.Remediation.Posts;

/// <summary>What the dialog sent, held against the plan.</summary>
internal static class PostFormRules
{
    public static (PostForm Form, PostProblem Problem) Read(RemediationPlan plan, Engagement engagement, IReadOnlyDictionary<string, string> data, int longestNote)
    {
        var chosen = (data.GetValueOrDefault("items") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        var (owner, note, due) = (data.GetValueOrDefault("owner"), data.GetValueOrDefault("note")?.Trim(), data.GetValueOrDefault("due"));
        var form = new PostForm(
            [.. plan.Items.Where(item => chosen.Contains(item.Id)).Select(item => item.Id)],
            engagement.People.Any(person => person.ObjectId == owner) ? owner : null,
            Days.ParseIso(due),
            note is { Length: > 0 } ? note[..Math.Min(note.Length, longestNote)] : null);
        return (form, !data.ContainsKey("items") && !data.ContainsKey("due") ? PostProblem.NotAsked
            : form.Items.Count == 0 ? PostProblem.NoItems
            : !string.IsNullOrEmpty(due) && form.Due is null ? PostProblem.Date
            : PostProblem.None);
    }

    /// <summary>The plan as it is to become by the form.</summary>
    public static RemediationPlan Applied(RemediationPlan plan, Engagement engagement, PostForm form)
    {
        var owner = engagement.People.FirstOrDefault(person => person.ObjectId == form.Owner);
        return plan with
        {
            Items =
            [
                .. plan.Items.Select(item => form.Items.Contains(item.Id) && item.State == RemediationState.Open
                    ? item with { Owner = owner ?? item.Owner, Due = form.Due ?? item.Due } : item),
            ],
        };
    }
}

internal enum PostProblem
{
    None,

    /// <summary>So far only the engagement was chosen.</summary>
    NotAsked,
    NoItems,
    Date,
}
