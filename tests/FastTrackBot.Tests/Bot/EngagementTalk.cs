namespace FastTrackBot.Tests.Bot;

/// <summary>What scripts about engagements have in common.</summary>
internal static class EngagementTalk
{
    /// <summary>Ticks every item of the present phase, page by page, as the pages come up.</summary>
    public static async Task<Chat> TicksAllAsync(this Chat chat)
    {
        await chat.Says("checklist");
        while (true)
        {
            var ticks = chat.Card.Inputs.Keys.Where(id => id.StartsWith("done-", StringComparison.Ordinal)).Select(id => (id, "true")).ToArray();
            if (!chat.Card.Buttons.Contains("Next page")) return await chat.Presses("Save", ticks);
            await chat.Presses("Next page", ticks);
        }
    }

    /// <summary>Leads on into the next phase.</summary>
    public static async Task<Chat> GoesOnAsync(this Chat chat, string phase) =>
        await chat.Says("phase").Presses($"Go on to {phase}").Sees($"The engagement is in the phase {phase} now.");

    /// <summary>Asks for the assessment, and waits for its result.</summary>
    public static async Task<Chat> AssessesAsync(this Chat chat, BotHost bot)
    {
        await chat.Says("assess");
        await bot.Channel.UntilAsync(_ => chat.Card.Text.Contains("In order", StringComparison.Ordinal));
        return chat;
    }

    /// <summary>Opens an item of the remediation plan, on whichever page it stands.</summary>
    public static async Task<Chat> OpensItemAsync(this Chat chat, string item)
    {
        await chat.Says("remediation");
        while (!chat.Card.Rows.Contains(item) && chat.Card.Buttons.Contains("Next page")) await chat.Presses("Next page");
        return await chat.Opens(item);
    }
}
