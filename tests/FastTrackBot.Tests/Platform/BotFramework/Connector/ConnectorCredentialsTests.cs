using Azure.Identity;
using FastTrackBot.Platform.BotFramework;
using FastTrackBot.Platform.BotFramework.Authentication;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Tests.Platform.BotFramework.Authentication;

namespace FastTrackBot.Tests.Platform.BotFramework.Connector;

public sealed class ConnectorCredentialsTests
{
    private readonly BotOptions _bot = new() { AppId = TestToken.AppId, TenantId = TestToken.Tenant };

    [Fact]
    public void Without_settings_there_is_no_credential() => Assert.Null(Choose());

    [Fact]
    public void A_secret_is_used_when_there_is_nothing_better()
    {
        _bot.ClientSecret = "secret";
        Assert.IsType<ClientSecretCredential>(Choose());
        _bot.CertificatePath = "bot.pem";
        Assert.IsType<ClientCertificateCredential>(Choose());
        _bot.FederatedTokenFile = "/var/run/token";
        Assert.IsType<WorkloadIdentityCredential>(Choose());
    }

    [Fact]
    public void The_bots_own_identity_needs_no_app_and_another_one_vouches_for_it()
    {
        _bot.ManagedIdentityClientId = TestToken.AppId.ToUpperInvariant();
        Assert.IsType<ManagedIdentityCredential>(Choose());
        _bot.ManagedIdentityClientId = TestToken.OtherApp;
        Assert.IsType<ClientAssertionCredential>(Choose());
    }

    private Azure.Core.TokenCredential? Choose() => ConnectorCredentials.From(_bot, CloudEndpoints.For("Public"))?.Invoke();
}
