using System.Globalization;

namespace FastTrackBot.FastTrack;

internal static class Paging
{
    /// <param name="page">From 1; what is no page counts as the nearest one.</param>
    public static Paged<T> Of<T>(IReadOnlyList<T> all, int size, int page)
    {
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        return new Paged<T>([.. all.Skip((page - 1) * size).Take(size)], page, pages);
    }
}

/// <summary>One page of a list that is too long for a card, and the buttons that turn to the others.</summary>
internal sealed record Paged<T>(IReadOnlyList<T> Items, int Page, int Pages)
{
    public IReadOnlyList<PageButton> Buttons(string earlier, string further) =>
    [
        .. Enumerable.Range(1, Pages).Where(other => Math.Abs(other - Page) == 1)
            .Select(other => new PageButton(other < Page ? earlier : further, other.ToString(CultureInfo.InvariantCulture))),
    ];
}

/// <summary>A button that turns a page.</summary>
internal sealed record PageButton(string Title, string Page);
