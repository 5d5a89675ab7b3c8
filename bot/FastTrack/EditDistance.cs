namespace FastTrackBot.FastTrack;

/// <summary>Counts slips of the finger: a letter too many, too few, another one, or two swapped.</summary>
internal static class EditDistance
{
    /// <summary>True if at most <paramref name="limit"/> slips lie between the two.</summary>
    public static bool IsWithin(string left, string right, int limit)
    {
        // Their lengths alone rule out most pairs, long strangers among them.
        if (Math.Abs(left.Length - right.Length) > limit)
            return false;

        var beforeLast = new int[right.Length + 1];
        var last = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var differs = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + differs);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last) = (last, row);
        }

        return last[right.Length] <= limit;
    }
}
