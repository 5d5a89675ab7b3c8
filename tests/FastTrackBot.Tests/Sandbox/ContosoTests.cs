using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FastTrackBot.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace FastTrackBot.Tests.Sandbox;

/// <summary>The make-believe tenant tells one story, in whichever file one reads it.</summary>
public sealed partial class ContosoTests
{
    private static readonly SandboxData Data = new(null, NullLogger<SandboxData>.Instance);

    [Fact]
    public void Each_product_has_as_many_seats_as_its_subscriptions_together()
    {
        var subscriptions = Data.Rows("directory/subscriptions")!;

        Assert.All(Data.Rows("subscribedSkus")!, sku =>
        {
            var ids = sku!["subscriptionIds"]!.AsArray().Select(id => id!.GetValue<string>()).ToList();
            var own = subscriptions.Where(subscription => ids.Contains(Text(subscription, "id"))).ToList();
            Assert.Equal(sku["prepaidUnits"]!["enabled"]!.GetValue<int>(), own.Sum(subscription => subscription!["totalLicenses"]!.GetValue<int>()));
            Assert.All(own, subscription => Assert.Equal(Text(sku, "skuId"), Text(subscription, "skuId")));
        });
    }

    [Fact]
    public void The_trial_is_known_to_the_subscriptions_only()
    {
        var trial = Assert.Single(Data.Rows("directory/subscriptions")!, subscription => subscription!["isTrial"]!.GetValue<bool>());

        Assert.DoesNotContain(Data.Rows("subscribedSkus")!, sku => Text(sku, "skuId") == Text(trial, "skuId"));
    }

    [Fact]
    public void The_chat_clients_people_are_the_tenants_people()
    {
        var config = ChatClientConfig();
        var people = PersonLines().Matches(config).Select(match => match.Groups[1].Value).Order();

        Assert.Equal(Data.Rows("users")!.Select(user => Text(user, "id")).Order(), people);
        Assert.Contains("tenantId: " + SandboxPeople.TenantId, config, StringComparison.Ordinal);
        Assert.Equal(SandboxPeople.TenantId, Text(Data.Rows("organization")!.Single(), "id"));
    }

    [Theory]
    [InlineData(SandboxPeople.Admin, "Alex Wilber")]
    [InlineData(SandboxPeople.ProjectMember, "Megan Bowen")]
    [InlineData(SandboxPeople.Specialist, "Adele Vance")]
    [InlineData(SandboxPeople.Partner, "Isaiah Langer")]
    public void Each_named_person_is_there(string id, string name) =>
        Assert.Equal(name, Text(Data.Rows("users")!.Single(user => Text(user, "id") == id), "displayName"));

    [Theory]
    [InlineData("28:" + SandboxPeople.BotAppId)]
    [InlineData(SandboxPeople.TeamGroup)]
    [InlineData(SandboxPeople.TeamId)]
    [InlineData(SandboxPeople.CheckpointsChannel)]
    [InlineData(SandboxPeople.GroupChat)]
    [InlineData(SandboxPeople.PersonalChat)]
    public void Each_named_place_is_in_the_chat_clients_configuration(string id) =>
        Assert.Contains(id, ChatClientConfig(), StringComparison.Ordinal);

    private static string Text(JsonNode? row, string name) => row![name]!.GetValue<string>();

    private static string ChatClientConfig()
    {
        using var stream = typeof(SandboxHost).Assembly.GetManifestResourceStream("Playground/.m365agentsplayground.yml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("aadObjectId: (.+)")]
    private static partial Regex PersonLines();
}
