using System.Net;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.BotFramework.Authentication;

/// <summary>
/// The one way in without a token, for the local chat client: asked for in the settings, in the Development environment,
/// from this very machine. All three, or nothing.
/// </summary>
public sealed class DevelopmentBypass(IOptions<BotOptions> options, IHostEnvironment environment)
{
    public bool IsOn { get; } = options.Value.DangerouslyAllowUnauthenticated && environment.IsDevelopment();

    /// <summary>Asked for where it must not be; it stays off.</summary>
    public bool IsMisplaced { get; } = options.Value.DangerouslyAllowUnauthenticated && !environment.IsDevelopment();

    public bool Admits(IPAddress? remote) => IsOn && remote is not null && IPAddress.IsLoopback(remote);
}
