using System.Diagnostics;
using System.Globalization;
using FastTrackBot.FastTrack.Assistance;

namespace FastTrackBot.Tests.FastTrack.Assistance;

/// <summary>What holds for every typed answer, whatever it asks for.</summary>
public sealed class TypedAnswersTests
{
    private static readonly DateOnly Today = new(2027, 1, 15);

    private static readonly Dictionary<string, Func<string?, Problem?>> Answers = new()
    {
        ["email"] = text => EmailAddress.Parse(text).Problem,
        ["phone"] = text => PhoneNumber.Parse(text).Problem,
        ["domain"] = text => DomainName.Parse(text).Problem,
        ["date"] = text => TargetDate.Parse(text, Today, CultureInfo.GetCultureInfo("en-US")).Problem,
        ["filed on"] = text => Confirmation.ParseFiledOn(text, Today, CultureInfo.GetCultureInfo("zh-CN")).Problem,
        ["reference"] = text => Confirmation.ParseReference(text).Problem,
        ["time zone"] = text => TimeZones.Parse(text).Problem,
        ["country"] = text => Countries.Parse(text).Problem,
        ["language"] = text => SupportLanguages.Parse(text).Problem,
        ["tpid"] = text => Tpid.Parse(text).Problem,
        ["name"] = text => FreeText.Name(text).Problem,
        ["notes"] = text => FreeText.Notes(text).Problem,
    };

    public static TheoryData<string> Names => [.. Answers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_asked_for_again(string answer)
    {
        Assert.Equal(Problem.Required, Answers[answer](null));
        Assert.Equal(Problem.Required, Answers[answer](""));
        Assert.Equal(Problem.Required, Answers[answer](" \t "));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Hostile_text_is_a_problem_and_quickly_so(string answer)
    {
        string[] hostile =
        [
            new('a', 10_000), new('1', 10_000), new('.', 10_000), new('-', 10_000), new('@', 10_000), new('\u202E', 10_000),
            string.Concat(Enumerable.Repeat("a.", 5_000)), string.Concat(Enumerable.Repeat("1 (", 5_000)), new string('\uD800', 5_000),
            "\0", "\u0007", "\uFFFD",
        ];
        _ = Answers[answer]("warm up");
        var started = Stopwatch.GetTimestamp();

        Assert.All(hostile, text => Assert.NotNull(Answers[answer](text)));

        // Milliseconds are expected; seconds mean that something grows out of bounds.
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }
}
