using System.ComponentModel;
using System.Diagnostics;

namespace FastTrackBot.Sandbox.Playground;

/// <summary>The machine's own Node.js and npm.</summary>
internal static class Node
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <returns>Its major version; none where there is no Node.js on the PATH.</returns>
    public static async Task<int?> MajorVersionAsync(TimeProvider time, CancellationToken ct)
    {
        try
        {
            await using var node = ChildProcess.Start(new("node", ["--version"]), time);
            await node.WaitAsync(ct);
            return node.LastLines is [var line, ..] && Version.TryParse(line.TrimStart('v'), out var version) ? version.Major : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Installs exactly what the lock file names.</summary>
    /// <exception cref="InvalidOperationException">npm failed; the message holds what it said first, which is the reason.</exception>
    /// <exception cref="TimeoutException">npm took too long.</exception>
    /// <exception cref="Win32Exception">There is no npm.</exception>
    public static async Task InstallAsync(string folder, TimeProvider time, CancellationToken ct)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var info = new ProcessStartInfo(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1"]) { WorkingDirectory = folder };
        await using var process = ChildProcess.Start(info, time);
        var code = await process.WaitAsync(ct).WaitAsync(Patience, time, ct);
        if (code != 0)
            throw new InvalidOperationException($"npm ci ended with code {code}: {string.Join(" | ", process.LastLines.Take(4))}");
    }
}
