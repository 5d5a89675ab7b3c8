namespace FastTrackBot.FastTrack.Assessment;

/// <summary>A product that the tenant has licences of.</summary>
/// <param name="Grace">Expired, but still usable for a while.</param>
/// <param name="Suspended">Not usable any more.</param>
public sealed record Product(string Name, int Enabled, int Grace, int Suspended, int Assigned);

/// <summary>An account, as far as licences and synchronisation are concerned.</summary>
/// <param name="LicenceErrors">Graph's words for what keeps a licence from working, e.g. <c>CountViolation</c>.</param>
/// <param name="Conflicts">The properties that collide with another account's.</param>
public sealed record Account(
    string Name, bool IsEnabled, bool IsGuest, string? UsageLocation, IReadOnlyList<string> LicenceErrors, IReadOnlyList<string> Conflicts);

/// <param name="UsesMail">Mail is one of the services that the domain is for.</param>
public sealed record DomainFacts(string Name, bool IsVerified, bool IsDefault, bool IsInitial, bool IsRoot, bool IsFederated, bool UsesMail);

/// <summary>A record that should exist.</summary>
/// <param name="Type"><c>MX</c>, <c>TXT</c>, <c>CNAME</c> or <c>SRV</c>.</param>
/// <param name="Name">What to ask the DNS for.</param>
/// <param name="Content">The host that it leads to, or the text.</param>
public sealed record ExpectedRecord(string Type, string Name, string Content, bool IsOptional, bool IsForMail);

/// <summary>What the live DNS says to an expected record.</summary>
public sealed record ComparedRecord(ExpectedRecord Expected, IReadOnlyList<string> Live);

/// <param name="IsOn">Null: never was.</param>
public sealed record SyncFacts(bool? IsOn, DateTimeOffset? LastSync);

/// <param name="Control">What could be done, in English.</param>
/// <param name="Missing">The points that it would bring.</param>
public sealed record MissingControl(string Control, double Missing);

public sealed record ScoreFacts(double Current, double Maximum, IReadOnlyList<MissingControl> Missing);

/// <summary>How full the mailboxes are, on the day of the report.</summary>
public sealed record MailboxReport(string RefreshedOn, IReadOnlyList<Mailbox> Mailboxes);

/// <param name="Quota">From there on nothing can be sent; zero where the report does not say.</param>
public sealed record Mailbox(long Used, long Quota);

public sealed record Incident(string Id, string Service, string Title, DateTimeOffset? Since);
