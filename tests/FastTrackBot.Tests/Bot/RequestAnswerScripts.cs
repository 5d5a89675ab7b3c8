using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>Answers that the request dialog cannot take: each is told what is wrong, with an example, and loses nothing.</summary>
public sealed class RequestAnswerScripts
{
    private const string Choice = "That is none of the choices. Pick one, or type its number or its name, for example: ";

    /// <summary>How many steps are answered, what is typed there, what is said, and a field with what is kept in it.</summary>
    public static TheoryData<int, string, string, string, string> Typed => new()
    {
        { 0, "perhaps", Choice + "Check it first", "check", "" },
        { 1, "Contoso", "Primary domain: I need something here to go on.", "organisation", "Contoso" },
        { 1, "Contoso; contoso", "Primary domain: That does not look like a domain. For example: contoso.com", "domain", "contoso" },
        { 1, "Contoso; 10.0.0.1", "Primary domain: That does not look like a domain.", "organisation", "Contoso" },
        { 1, "; contoso.com", "Organisation: I need something here to go on.", "domain", "contoso.com" },
        { 2, "Ana Lee; ana.contoso.com", "Contact’s e-mail: That does not look like an e-mail address. For example: ana@contoso.com", "name", "Ana Lee" },
        { 2, "Ana Lee; ana@contoso.com; call me", "Phone: That does not look like a phone number.", "email", "ana@contoso.com" },
        { 3, "Teams, pizza", Choice + "Microsoft Teams", "workloads", "teams" },
        { 3, "staffHub", Choice + "Microsoft Teams", "workloads", "" },
        { 4, "9; 1; 2026-09-01; Maria Soto", Choice + "We have decided to do it", "owner", "Maria Soto" },
        { 4, "2; boredom; 2026-09-01; Maria Soto", Choice + "A contract or licence ends soon", "owner", "Maria Soto" },
        { 4, "2; 1; 2026-03-01; Maria Soto", "Target date: That day has passed.", "date", "2026-03-01" },
        { 4, "2; 1; 2029-03-03; Maria Soto", "Target date: That is more than 3 years ahead.", "date", "2029-03-03" },
        { 4, "2; 1; soon; Maria Soto", "Target date: I could not read that date. For example: 2027-03-01 or 1 March 2027", "owner", "Maria Soto" },
        { 4, "2; 1; 2026-09-01", "Who answers for it: I need something here to go on.", "date", "2026-09-01" },
        { 4, "2; 1; ; Maria Soto", "Target date: I need something here to go on.", "owner", "Maria Soto" },
        { 6, "Lotus", Choice + "Exchange Server (your own)", "source", "" },
        { 7, "Estonian", "FastTrack does not help in that language. Choose one of the twelve", "language", "" },
        { 8, "Atlantis; Tallinn", "Country or region: I do not know that country or region. For example: Germany", "zone", "Tallinn" },
        { 8, "Estonia; +02:00", "Time zone: I do not know that time zone. A city works, for example: Tallinn", "country", "Estonia" },
        { 9, "by pigeon; hello", Choice + "In the Microsoft 365 admin centre", "notes", "hello" },
        { 9, "Partner", Choice + "In the Microsoft 365 admin centre", "route", "" },
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task A_wrong_typed_answer(int answered, string wrong, string words, string field, string kept)
    {
        await using var bot = await BotHost.StartAsync();
        var alex = await AtStepAsync(bot.As(People.Admin), answered);
        var step = ProgressOf(alex);

        await alex.Says(wrong).Sees(words, step).SeesFilledIn(field, kept);
        foreach (var answer in AllAnswers.Skip(answered))
            await alex.Says(answer);
        alex.Sees("Ready to be filed", "Ana Lee", "Maria Soto", "Pradeep Gupta");
    }

    public static TheoryData<int, string, string, string> Forged => new()
    {
        { 0, "check", "eligible", Choice },
        { 1, "domain", "<at>Everyone</at>", "That does not look like a domain" },
        { 1, "organisation", new string('x', 121), "That is too long: names may have 120 characters" },
        { 2, "email", "ana@contoso.com,bob@contoso.com", "That does not look like an e-mail address" },
        { 3, "workloads", "teams,skypeForBusiness", Choice },
        { 3, "workloads", "teams,../../etc", Choice },
        { 3, "workloads", "", "I need something here to go on." },
        { 4, "intent", "2", Choice },
        { 4, "reason", "because", Choice },
        { 4, "date", "2026-13-45", "I could not read that date" },
        { 6, "source", "99", Choice },
        { 7, "language", "tlh", "FastTrack does not help in that language" },
        { 8, "country", "ZZ", "I do not know that country or region" },
        { 8, "zone", "../../etc/passwd", "I do not know that time zone" },
        { 9, "route", "Partner", Choice },
        { 9, "notes", new string('x', 2_001), "That is too long" },
    };

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task A_wrong_answer_of_a_card_that_no_card_of_the_bot_could_send(int answered, string field, string wrong, string words)
    {
        await using var bot = await BotHost.StartAsync();
        var alex = await AtStepAsync(bot.As(People.Admin), answered);
        // Everything else on the card is filled in, as the person's earlier answers.
        await alex.Says(AllAnswers[answered]).Presses("Back");
        var step = ProgressOf(alex);

        await alex.Forges("dialog", Data(alex.Card, "Next", (field, wrong))).Sees(words, step);
        await alex.Says(AllAnswers[answered]).SeesNot(step);
    }

    [Fact]
    public async Task A_review_that_is_forged_ahead_of_its_steps_shows_where_the_dialog_is()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = await AtStepAsync(bot.As(People.Admin), 2);

        await alex.Forges("dialog", Data(alex.Card, "Next", ("step", "review"))).Sees("That step was answered already.", "Who should FastTrack talk to?");
        await alex.Says("status").Sees("There is no request");
    }

    [Theory]
    [InlineData("https://www.contoso.com/en-us/about?x=1", "contoso.com")]
    [InlineData("ana@contoso.com", "contoso.com")]
    [InlineData("CONTOSO.COM.", "contoso.com")]
    public async Task A_domain_may_be_pasted_as_it_was_found(string pasted, string domain)
    {
        await using var bot = await BotHost.StartAsync();
        var alex = await AtStepAsync(bot.As(People.Admin), 1);

        await alex.Says($"Contoso; {pasted}").Sees("Who should FastTrack talk to?").Presses("Back").SeesFilledIn("domain", domain);
    }

    [Fact]
    public async Task Today_is_the_persons_today()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = await AtStepAsync(bot.As(People.Admin), 4);
        // Ten in the evening in London, where the clock is: tomorrow has begun in Shanghai.
        await bot.PassAsync(TimeSpan.FromHours(14));
        var message = Wire.Message(alex.Person, alex.Place, "2; 1; 2026-03-02; Maria Soto");
        message["localTimezone"] = "Asia/Shanghai";

        await alex.Posts(message).Sees("That day has passed");
        message = Wire.Message(alex.Person, alex.Place, "2; 1; 2026-03-03; Maria Soto");
        message["localTimezone"] = "Asia/Shanghai";
        await alex.Posts(message).Sees("Exchange Online: what is the plan?");
    }

    [Fact]
    public async Task Whatever_is_written_into_a_free_text_cannot_become_a_link_a_mention_or_markup()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);
        const string Evil = "[x](http://evil.example) **b** <at>Everyone</at>";

        await AtStepAsync(alex, 1);
        await alex.Says($"{Evil}; contoso.com").Says($"{Evil}; ana@contoso.com").Says("teams").Says($"2; 1; 2026-09-01; {Evil}")
            .Says("Exchange Server (your own)").Says(Evil).Says("English").Says("Estonia; Tallinn").Says($"1; {Evil}");
        Harmless(alex.Sees("Is everything right?"));
        Harmless(await alex.Says("yes").Sees("Ready to be filed"));
        Harmless(await alex.Says("status").Sees("Ready to be filed"));
        Harmless(await alex.Says("withdraw").Sees("Withdraw this request?"));
        Harmless(await alex.Says("cancel").Says("filed").Sees("When did you file it"));
        Harmless(await alex.Says("2026-03-01; FT-1").Sees("The engagement has begun"));
        Harmless(await alex.Says("status").Sees("0 of 12 tasks are done"));
    }

    /// <summary>Markup is allowed where nothing renders it: in inputs, and in what is read aloud.</summary>
    private static void Harmless(Chat chat)
    {
        Assert.DoesNotContain("[x](http", chat.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("**b**", chat.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("<at>", chat.Screen, StringComparison.Ordinal);
        Assert.Contains("\\[x\\]", chat.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("[x](http", chat.Card.Json["fallbackText"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
