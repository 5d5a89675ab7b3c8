using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Tests.Bot;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.FastTrack.Commands;

public sealed class PhrasebookTests
{
    private readonly Phrasebook _book = new();

    [Fact]
    public async Task Every_command_has_phrases_in_each_of_the_twelve_languages()
    {
        await using var bot = await BotHost.StartAsync();
        var commands = bot.Services.GetServices<Command>().Select(command => command.Name).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(12, Phrasebook.Languages.Count);
        Assert.All(Phrasebook.Languages, language =>
        {
            Assert.Empty(commands.Except(Phrasebook.CommandsIn(language)));
            Assert.All(commands, command => Assert.NotEqual("", Phrasebook.TitleOf(command, language)));
        });
    }

    [Theory]
    [InlineData("check our eligibility", "eligibility")]
    [InlineData("  Check our   ELIGIBILITY! ", "eligibility")]
    [InlineData("Fortschritt", "status")]
    [InlineData("éligibilité", "eligibility")]
    [InlineData("eligibilite", "eligibility")]
    [InlineData("próxima reunión", "checkpoints")]
    [InlineData("チェックリスト", "status")]
    [InlineData("지원 요청", "request")]
    [InlineData("ตรวจสอบสิทธิ์", "eligibility")]
    [InlineData("trợ giúp", "help")]
    [InlineData("檢查資格", "eligibility")]
    [InlineData("検討中", null)]
    [InlineData("", null)]
    public void A_phrase_means_its_command_in_each_language(string text, string? command) => Assert.Equal(command, _book.Certain(text));

    [Theory]
    [InlineData("remediaton plan", "remediation")]
    [InlineData("elegibility check", "eligibility")]
    [InlineData("reimnders", "reminders")]
    [InlineData("Erinerungen", "reminders")]
    public void A_slip_of_the_finger_is_forgiven(string text, string command) => Assert.Equal(command, _book.Certain(text));

    /// <summary>What acts at once is offered, never run, when it was only nearly typed.</summary>
    [Theory]
    [InlineData("lnik this channel", "link")]
    [InlineData("remind hree", "remind-here")]
    [InlineData("post remediaton", "post")]
    [InlineData("asses our tenant", "assess")]
    public void A_command_that_acts_at_once_is_only_offered_for_a_slip(string text, string command)
    {
        Assert.Null(_book.Certain(text));
        Assert.Equal(command, _book.Suggestions(text)[0]);
    }

    [Theory]
    [InlineData("show me the checkpoint meetings please", "checkpoints")]
    [InlineData("ich suche die nächste besprechung", "checkpoints")]
    [InlineData("我想查看状态", "status")]
    public void A_phrase_within_a_sentence_is_offered(string text, string command) => Assert.Contains(command, _book.Suggestions(text));

    [Theory]
    [InlineData("where is my pizza")]
    [InlineData("320")]
    [InlineData("no")]
    [InlineData("Contoso; contoso.com")]
    [InlineData("The kickoff was held yesterday, and everyone agreed on the goals that we had written down before it began.")]
    public void What_is_no_command_is_none(string text)
    {
        Assert.Null(_book.Certain(text));
        Assert.Empty(_book.Suggestions(text));
    }
}
