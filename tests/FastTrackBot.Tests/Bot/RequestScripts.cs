using System.Resources;
using FastTrackBot.Tests.FastTrack;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>A request for assistance from its first question to the day it can be filed, pressed and typed.</summary>
public sealed class RequestScripts
{
    [Fact]
    public async Task A_request_is_pressed_to_its_end()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);

        await alex.Says("request").Sees("Shall we check your eligibility first?").SeesCardWithout("Back")
            .Presses("Next", ("check", "later")).Sees("Which organisation, and which domain?")
            .Presses("Next", ("organisation", "Contoso"), ("domain", "https://www.contoso.com/about")).Sees("Who should FastTrack talk to?")
            .SeesFilledIn("name", "Alex Wilber")
            .Presses("Next", ("email", "alex@contoso.com")).Sees("Which services do you want help with?").SeesNot("StaffHub", "Skype")
            .Presses("Next", ("workloads", "teams,exchangeOnline")).Sees("Microsoft Teams: what is the plan?")
            .Presses("Next", ("intent", "Decided"), ("reason", "TooManyTools"), ("date", "2026-09-01"), ("owner", "Maria Soto"))
            .Sees("Exchange Online: what is the plan?").SeesFilledIn("owner", "Maria Soto").SeesFilledIn("date", "2026-09-01").SeesFilledIn("reason", "TooManyTools")
            .Presses("Next").Sees("Where do mail and files live today?")
            .Presses("Next", ("source", "Exchange")).Sees("Which version of Exchange Server (your own)?")
            .Presses("Next", ("version", "2016 CU23")).Sees("In which language shall FastTrack help you?").SeesFilledIn("language", "en")
            .Presses("Next").Sees("Where are you?").SeesFilledIn("country", "Netherlands").SeesFilledIn("zone", "Europe/Amsterdam")
            .Presses("Next").Sees("How will you file the request?").SeesNot("as a partner")
            .Presses("Next", ("route", "FastTrackSite")).Sees("Is everything right?", "contoso.com", "Maria Soto", "2016 CU23", "1 September 2026", "Netherlands")
            .Presses(Prepare).Sees("Ready to be filed", "Sign in to the FastTrack site", "prepared by Alex Wilber on 2 March 2026")
            .SeesCardWith("Open the site", "I have filed it", "Withdraw");

        Assert.Single(bot.Channel.Sent);
    }

    [Fact]
    public async Task A_request_is_typed_to_its_end()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);
        string[] questions =
        [
            "Which organisation", "Who should FastTrack talk to?", "Which services", "Microsoft Teams: what is the plan?", "Exchange Online: what is the plan?",
            "Where do mail and files live", "In which language", "Where are you?", "How will you file", "Is everything right?", "Ready to be filed",
        ];

        await alex.Says("Request assistance").Sees("Shall we check");
        foreach (var (answer, question) in AllAnswers.Zip(questions))
            await alex.Says(answer).Sees(question);

        alex.Sees("Ana Lee · ana@contoso.com · \\+1 425 555 0100", "A contract or licence ends soon", "Our people ask for it", "Pradeep Gupta",
            "Estonia", "Europe/Tallinn", "Call before noon; please");
    }

    [Fact]
    public async Task A_request_is_typed_to_its_end_in_Chinese()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Admin).InChinese().Says("请求协助").Sees("要先检查资格吗？").Says("２").Sees("哪个组织，哪个域名？")
            .Says("例子科技；例子.中国").Sees("FastTrack 应该联系谁？")
            .Says("王芳；wang@contoso.com；+86 10 5555 0100").Sees("您希望获得哪些服务的协助？")
            .Says("Microsoft Teams、Exchange Online").Sees("Microsoft Teams：计划如何？")
            .Says("２；１；2026年9月1日；李伟").Sees("Exchange Online：计划如何？").SeesFilledIn("date", "2026-09-01")
            .Says("；；；").Sees("邮件和文件目前存放在哪里？")
            .Says("无需迁移").Sees("希望 FastTrack 使用哪种语言？").SeesFilledIn("language", "zh-Hans")
            .Says("简体中文").Sees("您在哪里？").Says("中国；上海").Sees("您将通过哪种方式提交请求？")
            .Says("通过 FastTrack 网站").Sees("内容都正确吗？", "例子科技", "李伟", "Asia/Shanghai")
            .Says("不是").Sees("这一步需要明确确认").Says("是").Sees("可以提交了");
    }

    [Fact]
    public async Task A_remark_or_a_no_at_the_review_prepares_nothing()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = await AtStepAsync(bot.As(People.Admin), Review);

        await alex.Says("no").Sees("This needs a clear yes", "Is everything right?");
        await alex.Says("the date is wrong").Sees("This needs a clear yes");
        await alex.Says("status").SeesNot("Ready to be filed");
        await alex.Says("OK.").Sees("Ready to be filed");
    }

    [Fact]
    public async Task Back_through_all_steps_keeps_every_answer()
    {
        foreach (var pressed in (bool[])[true, false])
        {
            await using var bot = await BotHost.StartAsync();
            var alex = await AtStepAsync(bot.As(People.Admin), Review);
            Task<Chat> Back() => pressed ? alex.Presses("Back") : alex.Says("back");

            await Back().SeesFilledIn("route", "AdminCentre").SeesFilledIn("notes", "Call before noon; please");
            await Back().SeesFilledIn("country", "Estonia").SeesFilledIn("zone", "Europe/Tallinn");
            await Back().SeesFilledIn("language", "en");
            await Back().SeesFilledIn("source", "nothing");
            await Back().SeesFilledIn("intent", "Started").SeesFilledIn("reason", "UsersAsk").SeesFilledIn("date", "2026-10-01").SeesFilledIn("owner", "Pradeep Gupta");
            await Back().SeesFilledIn("intent", "Decided").SeesFilledIn("reason", "ContractEnds").SeesFilledIn("date", "2026-09-01").SeesFilledIn("owner", "Maria Soto");
            await Back().SeesFilledIn("workloads", "teams,exchangeOnline");
            await Back().SeesFilledIn("name", "Ana Lee").SeesFilledIn("email", "ana@contoso.com").SeesFilledIn("phone", "+1 425 555 0100");
            await Back().SeesFilledIn("organisation", "Contoso").SeesFilledIn("domain", "contoso.com");
            await Back().Sees("Shall we check");
            for (var step = 0; step < Review; step++)
                await alex.Presses("Next", step == 0 ? [("check", "later")] : []);
            alex.Sees("Is everything right?", "Pradeep Gupta", "1 October 2026", "Call before noon; please");
        }
    }

    [Fact]
    public async Task A_service_that_is_left_out_later_takes_its_plan_along_and_the_others_keep_theirs()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = await AtStepAsync(bot.As(People.Admin), 6);

        await alex.Says("back").Says("back").Says("back").Sees("Which services").Says("exchangeOnline").Sees("Exchange Online: what is the plan?")
            .SeesFilledIn("owner", "Pradeep Gupta");
    }

    [Fact]
    public async Task Another_source_system_does_not_keep_the_version_of_the_first()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = await AtStepAsync(bot.As(People.Admin), 6);

        await alex.Says("Exchange Server (your own)").Says("2016").Says("back").SeesFilledIn("version", "2016")
            .Says("back").Says("Box").Sees("Which version of Box?").SeesFilledIn("version", "");
    }

    [Fact]
    public async Task What_is_only_being_explored_needs_no_day_and_what_is_not_wanted_now_no_owner()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = await AtStepAsync(bot.As(People.Admin), 4);

        await alex.Says("3; 2; ; Maria Soto").Sees("Exchange Online: what is the plan?").Says("back")
            .Presses("Next", ("intent", "NotNow"), ("owner", ""), ("date", "")).Sees("Exchange Online: what is the plan?");
    }

    [Fact]
    public async Task After_a_restart_each_step_goes_on_where_it_was()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);
        await alex.Says("request");

        foreach (var answer in AllAnswers)
        {
            var step = ProgressOf(alex);
            await bot.RestartAsync();
            await alex.Presses("Help").Sees(step).Says(answer);
        }

        alex.Sees("Ready to be filed", "Pradeep Gupta");
    }

    [Fact]
    public async Task Help_and_cancel_work_at_each_step()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);

        for (var answered = 0; answered <= Review; answered++)
        {
            await AtStepAsync(alex, answered);
            var step = ProgressOf(alex);
            await alex.Says("help").Sees(step, "Type back to change the step before").Presses("Help").Sees(step, "Or type");
            await alex.Says("eligibility").Sees("You are in the middle of Request for assistance", step);
            await alex.Presses("Cancel").Sees("Cancelled.").SeesCardWithout("Next", Prepare);
        }

        await alex.Says("status").Sees("There is no request");
    }

    [Fact]
    public async Task Nothing_that_is_said_promises_when_FastTrack_gets_in_touch()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);

        for (var answered = 0; answered <= Review; answered++)
        {
            await AtStepAsync(alex, answered);
            await alex.Says("help").Says("cancel");
        }

        await EngagedAsync(alex);
        var texts = ((ResourceManager[])[FastTrackBot.FastTrack.Assistance.Text.ResourceManager, FastTrackBot.FastTrack.Lifecycle.Text.ResourceManager])
            .SelectMany(resources => ResourceSweep.Read(resources, ResourceSweep.English).Values.Concat(ResourceSweep.Read(resources, ResourceSweep.Chinese).Values));

        Assert.All(texts.Append(EverythingSaid(bot)), said => Assert.DoesNotMatch(@"(?i)\b(30|thirty)[ -]*(calendar |business |working )?days?\b|30 ?(天|日)|三十(天|日)", said));
    }

    [Fact]
    public async Task Who_is_neither_administrator_nor_partner_is_told_who_can_make_a_request()
    {
        await using var bot = await BotHost.StartAsync();

        foreach (var person in (Person[])[People.Member, People.Specialist])
        {
            await bot.As(person).Says("request").Sees("administrators and partners", "Access:Admins", "Access:Partners").SeesNot("Step 1");
            await bot.As(person).Says("help").Presses("Begin").Sees("administrators and partners");
            await bot.As(person).Says("Contoso; contoso.com").Sees("I did not understand");
        }
    }
}
