namespace FastTrackBot.Platform.Graph.Tenant;

/// <summary>The protection that every tenant can switch on; off is normal where Conditional Access does its work.</summary>
public sealed record SecurityDefaults(bool? IsEnabled);

/// <summary>How the usage reports are made; an administrator decides.</summary>
public sealed record ReportSettings(bool? DisplayConcealedNames);

/// <param name="State"><c>enabled</c>, <c>disabled</c> or <c>enabledForReportingButNotEnforced</c>.</param>
public sealed record ConditionalAccessPolicy(string? Id, string? State);

/// <summary>Who holds a directory role for good. Whoever may only activate it is not listed, and a group counts as one.</summary>
public sealed record RoleAssignment(string? Id, string? PrincipalId, string? RoleDefinitionId);

/// <summary>One day's score of the tenant; the newest comes first.</summary>
public sealed record SecureScore(
    string? Id, DateTimeOffset? CreatedDateTime, double? CurrentScore, double? MaxScore, IReadOnlyList<ControlScore>? ControlScores);

/// <param name="ControlName">The id of the <see cref="SecureScoreControlProfile"/>.</param>
public sealed record ControlScore(string? ControlName, double? Score);

/// <param name="Title">In English.</param>
public sealed record SecureScoreControlProfile(string Id, string? Title, double? MaxScore, bool? Deprecated);

/// <summary>Something that Microsoft reports about one of its services.</summary>
/// <param name="Title">In English.</param>
/// <param name="Classification"><c>incident</c> or <c>advisory</c>.</param>
public sealed record ServiceIssue(
    string Id, string? Title, string? Service, string? Classification, string? Status, bool? IsResolved, DateTimeOffset? StartDateTime);
