namespace FastTrackBot.FastTrack;

/// <summary>What the last assessment of a tenant found. There is one for each tenant; the next one takes its place.</summary>
/// <param name="RunId">Differs from run to run.</param>
/// <param name="Checks">Every check, in the order of the catalogue.</param>
/// <param name="Findings">The most severe first.</param>
/// <param name="Change">Compared with the assessment before; null for the first.</param>
public sealed record TenantAssessment(
    string RunId,
    DateTimeOffset At,
    Person By,
    IReadOnlyList<CheckOutcome> Checks,
    IReadOnlyList<Finding> Findings,
    AssessmentChange? Change);

/// <param name="Since">When the assessment before was made.</param>
/// <param name="New">The ids of findings that the one before did not have.</param>
/// <param name="Gone">What was found before and is no more. A check that could not be made takes nothing away.</param>
public sealed record AssessmentChange(DateTimeOffset Since, IReadOnlyList<string> New, IReadOnlyList<Finding> Gone);

/// <summary>How one check went; what it found stands in <see cref="TenantAssessment.Findings"/>.</summary>
/// <param name="Permission">The permission of Microsoft Graph that is missing, with <see cref="CheckState.NotPermitted"/>.</param>
/// <param name="Trouble">Why there is no answer, with <see cref="CheckState.Failed"/>.</param>
public sealed record CheckOutcome(string CheckId, CheckState State, string? Permission = null, CheckTrouble? Trouble = null);

public enum CheckState
{
    Done,

    /// <summary>The app may not read what the check needs: somebody has to answer instead.</summary>
    NotPermitted,

    /// <summary>It did not work this time.</summary>
    Failed,
}

public enum CheckTrouble
{
    /// <summary>Graph asked us to slow down, for longer than the run could wait.</summary>
    Throttled,
    TimedOut,
    Unavailable,

    /// <summary>Graph did not take the app for what it is.</summary>
    NoToken,

    /// <summary>The answer was not what its description says.</summary>
    Unreadable,

    /// <summary>The DNS resolver gave no answer.</summary>
    DnsUnavailable,
}
