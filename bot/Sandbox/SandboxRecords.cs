using FastTrackBot.Sandbox.Calendar;
using FastTrackBot.Sandbox.Planner;
using FastTrackBot.Sandbox.SharePoint;

namespace FastTrackBot.Sandbox;

/// <summary>What remembers what was written to it: a SharePoint site, Planner, calendars.</summary>
internal sealed class SandboxRecords(SandboxSites sites, SandboxPlanner planner, SandboxCalendar calendar)
{
    /// <returns>None where the path belongs to somebody else.</returns>
    public SandboxAnswer? Answer(SandboxCall call) => sites.Answer(call) ?? planner.Answer(call) ?? calendar.Answer(call);
}
