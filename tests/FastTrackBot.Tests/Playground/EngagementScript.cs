using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace FastTrackBot.Tests.Playground;

/// <summary>What people do again and again on the way of an engagement.</summary>
internal static class EngagementScript
{
    /// <summary>Ticks every task of the phase's checklist, page by page.</summary>
    /// <param name="words">What the list says afterwards.</param>
    public static async Task TicksAllAsync(this ChatWindow chat, params string[] words)
    {
        await chat.SaysAsync("checklist", "0 of");
        while (true)
        {
            foreach (var box in await chat.Card.GetByRole(AriaRole.Checkbox).AllAsync()) await box.CheckAsync();
            if (await chat.Card.GetByRole(AriaRole.Button, new() { Name = "Next page", Exact = true }).CountAsync() == 0) break;
            await chat.PressesAsync("Next page", "Previous page");
        }

        await chat.PressesAsync("Save", words);
    }

    /// <returns>The press.</returns>
    public static async Task<JsonObject> LeadsOnAsync(this ChatWindow chat, string phase)
    {
        await chat.SaysAsync("phase", "Nothing stands open");
        await chat.PressesAsync($"Go on to {phase}", $"The engagement is in the phase {phase} now.");
        return chat.LastPress;
    }

    /// <summary>Leads on although conditions are open.</summary>
    /// <returns>The press.</returns>
    public static async Task<JsonObject> LeadsOnAnywayAsync(this ChatWindow chat, string phase, string why)
    {
        await chat.SaysAsync("phase");
        await chat.Card.GetByRole(AriaRole.Button, new() { Name = "With a reason" }).ClickAsync();
        await chat.FillsInAsync("Why", why);
        await chat.PressesAsync($"Go on to {phase} anyway", $"The engagement is in the phase {phase} now.");
        return chat.LastPress;
    }
}
