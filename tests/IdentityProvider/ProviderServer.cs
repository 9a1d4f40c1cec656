using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace HotGigs.IdentityProvider;

/// <summary>
/// An OpenID Connect provider on this machine, made of OpenIddict and spoken to over real HTTP: Authorization Code with
/// PKCE, refresh tokens, and signing out. It can be stopped, and comes back with the same keys.
/// </summary>
public sealed class ProviderServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Account> accounts = new();
    private readonly RsaSecurityKey signingKey = new(RSA.Create(2048));
    private readonly SymmetricSecurityKey encryptionKey = new(RandomNumberGenerator.GetBytes(32));
    private WebApplication? app;
    private int refreshes;

    private ProviderServer(IEnumerable<Account> accounts)
    {
        foreach (var account in accounts)
            Set(account);
    }

    /// <summary>What servers name as their authority.</summary>
    public string Authority { get; private set; } = "";

    /// <summary>The public client that is registered for the pages.</summary>
    public string ClientId { get; } = "hotgigs-pages";

    /// <summary>The <c>aud</c> of the tokens it issues from now on.</summary>
    public string Audience { get; set; } = "hotgigs";

    /// <summary>The claim that its tokens hold roles in.</summary>
    public string RoleClaim { get; set; } = "role";

    /// <summary>How long the access tokens last that it issues from now on.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many access tokens were issued for refresh tokens.</summary>
    public int Refreshes => refreshes;

    internal IReadOnlyCollection<Account> Accounts => [.. accounts.Values.OrderBy(account => account.Name, StringComparer.Ordinal)];

    /// <summary>The settings by which a HotGigs server has people sign in here.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Jwt:SigningKey"] = null,
        ["Jwt:Authority"] = Authority,
        ["Jwt:Audience"] = Audience,
        ["Jwt:RoleClaim"] = RoleClaim,
        ["SignIn:ClientId"] = ClientId,
        ["SignIn:DisplayName"] = "Example Corp",
    };

    /// <summary>Starts one.</summary>
    /// <param name="accounts">Who can sign in.</param>
    /// <param name="url">Where to listen; a free port of this machine unless said.</param>
    public static async Task<ProviderServer> StartAsync(IEnumerable<Account> accounts, string url = "http://127.0.0.1:0")
    {
        var provider = new ProviderServer(accounts);
        await provider.ListenAsync(url);
        return provider;
    }

    /// <summary>Adds an account, or changes one: tokens that are issued from now on say so.</summary>
    public void Set(Account account) => accounts[account.Id] = account;

    /// <summary>Blocks an account: it is issued no tokens any more.</summary>
    public void Remove(Account account) => accounts.TryRemove(account.Id, out _);

    /// <summary>Nobody listens at its address any more.</summary>
    public async Task StopAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        app = null;
    }

    /// <summary>Comes back at the same address, with the same keys.</summary>
    public Task StartAgainAsync() => ListenAsync(Authority);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        GC.SuppressFinalize(this);
    }

    internal Account? Find(string? id) => id is not null && accounts.TryGetValue(id, out var account) ? account : null;

    internal void CountRefresh() => Interlocked.Increment(ref refreshes);

    private async Task ListenAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.AllowAnyOrigin().AllowAnyHeader().AllowAnyMethod()));
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddProvider(ClientId, signingKey, encryptionKey);
        app = builder.Build();
        app.UseCors();
        app.UseAuthentication();
        app.MapProvider(this);
        await app.StartAsync();
        Authority = app.Urls.Single();
    }
}
