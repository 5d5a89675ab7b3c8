namespace FastTrackBot.FastTrack;

/// <summary>What a clock on the wall of a time zone says, and when that is. Meetings keep their hour on that clock when it is put forward or back.</summary>
internal static class ZonedTime
{
    /// <summary>
    /// The moment of a local time. One that the clocks leave out in spring is as much later as they are put forward; of one that comes twice in
    /// autumn the first is meant, as calendars do.
    /// </summary>
    /// <param name="zone">IANA id.</param>
    public static DateTimeOffset At(DateTime local, string zone)
    {
        var clock = TimeZoneInfo.FindSystemTimeZoneById(zone);
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (clock.IsInvalidTime(local)) return new DateTimeOffset(local, clock.GetUtcOffset(local - TimeSpan.FromHours(3))).ToUniversalTime();
        var offset = clock.IsAmbiguousTime(local) ? clock.GetAmbiguousTimeOffsets(local).Max() : clock.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>What the zone's clocks say at a moment.</summary>
    public static DateTime In(DateTimeOffset moment, string zone) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime, DateTimeKind.Unspecified);
}
