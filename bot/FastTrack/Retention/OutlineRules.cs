namespace FastTrackBot.FastTrack.Retention;

/// <summary>What is left of an engagement when its details are gone: what it was about, and how far it came; nobody's name.</summary>
internal static class OutlineRules
{
    public static Engagement Of(Engagement engagement, Person somebody) => engagement with
    {
        IsOutline = true,
        Owner = somebody,
        Team = [],
        Groups = [],
        HasPosts = false,
        Changes = 0,
        Checklist =
        [
            .. engagement.Checklist.Select(item => item with
            {
                DoneBy = item.DoneBy is null ? null : somebody,
                NotNeeded = item.NotNeeded is { } mark ? mark with { By = somebody, Why = null } : null,
                Owner = null,
                Note = null,
                Blocked = null,
            }),
        ],
    };
}
