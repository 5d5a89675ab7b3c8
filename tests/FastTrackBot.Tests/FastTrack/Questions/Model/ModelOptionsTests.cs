using FastTrackBot.FastTrack.Questions.Model;

namespace FastTrackBot.Tests.FastTrack.Questions.Model;

public sealed class ModelOptionsTests
{
    [Fact]
    public void Without_an_endpoint_there_is_no_model_and_nothing_else_is_needed()
    {
        var options = new ModelOptions();

        Assert.False(options.IsOn());
        Assert.Null(options.ToAddress());
        Assert.Null(options.Problem());
    }

    [Theory]
    [InlineData("on", "https://contoso.openai.azure.com", "small", "", null)]
    [InlineData("on", "http://127.0.0.1:9", "small", "key", null)]
    [InlineData("on", "http://127.0.0.1:9", "small", "", "Questions:Endpoint")]
    [InlineData("on", "http://contoso.example", "small", "key", "Questions:Endpoint")]
    [InlineData("on", "contoso", "small", "key", "Questions:Endpoint")]
    [InlineData("on", "https://contoso.openai.azure.com", "", "key", "Questions:Deployment")]
    [InlineData("off", "contoso", "", "", null)]
    [InlineData("perhaps", "", "", "", "Questions:Model")]
    public void What_is_wrong_names_its_setting(string model, string endpoint, string deployment, string key, string? named)
    {
        var problem = new ModelOptions { Model = model, Endpoint = endpoint, Deployment = deployment, ApiKey = key }.Problem();

        if (named is null) Assert.Null(problem);
        else Assert.StartsWith(named, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 8, "Questions:AnswersPerDay")]
    [InlineData(0, 0, "Questions:Timeout")]
    [InlineData(0, 31, "Questions:Timeout")]
    [InlineData(0, 30, null)]
    public void Numbers_have_bounds(int answers, int seconds, string? named)
    {
        var options = new ModelOptions { Endpoint = "https://contoso.openai.azure.com", Deployment = "small", AnswersPerDay = answers, Timeout = TimeSpan.FromSeconds(seconds) };

        Assert.Equal(named, options.Problem()?.Split(' ')[0]);
    }
}
