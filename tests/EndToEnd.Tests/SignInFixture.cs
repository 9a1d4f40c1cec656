using HotGigs.IdentityProvider;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.EndToEnd.Tests;

/// <summary>The started program whose people sign in at an OpenID Connect provider of this machine, and Chromium beside them.</summary>
public sealed class SignInFixture : IAsyncLifetime
{
    private readonly TemporaryFolder data = new();
    private HotGigsProcess? server;

    public static Account Erin { get; } = new("erin", "Erin Example", "erin@example.com", "recruiter");

    public static Account Ada { get; } = new("ada", "Ada Admin", "ada@example.com", "admin");

    public static Account Nora { get; } = new("nora", "Nora Newcomer", "nora@example.com");

    public Chromium Chromium { get; } = new();

    public ProviderServer Provider { get; private set; } = null!;

    public Uri Address => server!.Address;

    public async ValueTask InitializeAsync()
    {
        await Chromium.InitializeAsync();
        Provider = await ProviderServer.StartAsync([Erin, Ada, Nora]);
        server = await HotGigsProcess.StartAsync(data.Path, new Dictionary<string, string?>(Provider.Settings)
        {
            ["WS_RECONNECT_DELAY"] = "500",
            ["WS_MAX_RECONNECT_ATTEMPTS"] = "20",
        });
    }

    /// <summary>Has an admin refuse all tokens of a user that were issued until now.</summary>
    public async Task RefuseTokensOfAsync(Account account)
    {
        using var ada = TestUser.WithToken(server!, Ada.Id, await Provider.AccessTokenAsync(Ada));
        await ada.PostAsync($"/api/admin/users/{account.Id}/sign-out");
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
        await Provider.DisposeAsync();
        data.Dispose();
    }
}
