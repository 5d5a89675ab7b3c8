namespace FastTrackBot.Platform.Graph;

/// <summary>
/// When a call may be repeated by itself. A throttled write may have been done all the same with some services, so the caller
/// says what it knows. (Where nothing was even sent, a call is repeated in any case.)
/// </summary>
public enum GraphRepeat
{
    /// <summary>Doing it twice would show: a second plan, a second task. The caller looks first, and then decides.</summary>
    Never,

    /// <summary>After 429 and 503, where the service is known to refuse before it begins; not after a gateway's error or a time-out.</summary>
    WhenRefused,

    /// <summary>Doing it twice is doing it once.</summary>
    Freely,
}
