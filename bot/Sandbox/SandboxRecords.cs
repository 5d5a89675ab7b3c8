using FastTrackBot.Sandbox.Calendar;
using FastTrackBot.Sandbox.Planner;
using FastTrackBot.Sandbox.SharePoint;
using FastTrackBot.Sandbox.Teams;

namespace FastTrackBot.Sandbox;

/// <summary>What remembers what was written to it: a SharePoint site, Planner, calendars, who has the app.</summary>
internal sealed class SandboxRecords(SandboxSites sites, SandboxPlanner planner, SandboxCalendar calendar, SandboxTeamsApps apps)
{
    /// <returns>None where the path belongs to somebody else.</returns>
    public SandboxAnswer? Answer(SandboxCall call) => sites.Answer(call) ?? planner.Answer(call) ?? calendar.Answer(call) ?? apps.Answer(call);
}
