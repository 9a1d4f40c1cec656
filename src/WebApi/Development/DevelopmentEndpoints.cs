using System.Text;
using HotGigs.Application.Common;
using HotGigs.Application.Users;
using HotGigs.Domain.Common;
using HotGigs.Domain.Users;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Requests;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HotGigs.WebApi.Development;

/// <summary>Signing in without an identity provider. Mapped in Development only.</summary>
internal static class DevelopmentEndpoints
{
    private const int DefaultLifetime = 8 * 60 * 60;
    private const int MaxLifetime = 30 * 24 * 60 * 60;

    public static void MapDevelopment(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/dev").AllowAnonymous().WithTags("Development");
        group.MapGet("/users", () => Results.Json(DemoUsers.All, WireJson.Options)).WithSummary("The demo users");
        group.MapPost("/token", IssueTokenAsync).WithSummary("Issue a token for anyone");
    }

    /// <summary>Writes the demo users into the directory, so that "all recruiters" means them from the start.</summary>
    public static async Task AddDemoUsersAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        var users = services.GetRequiredService<IUserDirectory>();
        foreach (var user in DemoUsers.All)
        {
            var identity = new UserIdentity(user.Sub, user.Name, user.Email, ParseRoles(user.Roles));
            await users.RecordAsync(identity, DateTimeOffset.UnixEpoch, cancellationToken);
        }
    }

    private static async Task<IResult> IssueTokenAsync(HttpRequest http, IOptions<JwtOptions> options, TimeProvider clock)
    {
        var jwt = options.Value;
        if (string.IsNullOrEmpty(jwt.SigningKey))
            throw new RequestException(ErrorCode.Conflict, "Tokens are issued by Jwt:Authority; this server has no key to sign with.");

        var request = await JsonBody.ReadAsync<TokenRequest>(http);
        Validate(request);
        var now = clock.GetUtcNow();
        var expires = now.AddSeconds(request.ExpiresIn ?? DefaultLifetime);
        var issued = expires < now ? expires.AddSeconds(-1) : now;
        var claims = new Dictionary<string, object> { ["sub"] = request.Sub! };
        if (request.Name is { Length: > 0 })
            claims["name"] = request.Name;
        if (request.Email is { Length: > 0 })
            claims["email"] = request.Email;
        if (request.Roles is { Count: > 0 })
            claims[jwt.RoleClaim] = request.Roles;

        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            Issuer = jwt.Issuer,
            Audience = jwt.Audience,
            IssuedAt = issued.UtcDateTime,
            NotBefore = issued.UtcDateTime,
            Expires = expires.UtcDateTime,
            SigningCredentials = new SigningCredentials(
                new SymmetricSecurityKey(Encoding.UTF8.GetBytes(jwt.SigningKey)), SecurityAlgorithms.HmacSha256),
        });
        return Results.Json(new TokenAnswer(token, DateTimeOffset.FromUnixTimeSeconds(expires.ToUnixTimeSeconds())), WireJson.Options);
    }

    private static void Validate(TokenRequest request)
    {
        if (!User.IsValidId(request.Sub))
            throw RequestException.Invalid(
                "sub", $"A token needs a 'sub' of at most {User.MaxIdLength} characters, without control characters or outer spaces.");
        if (request.Roles?.Any(role => !WireNames.TryParse<Roles>(role, out var known) || known == Roles.None) is true)
            throw RequestException.Invalid("roles", "There is no such role. Roles are candidate, recruiter, admin and service.");
        // An expired token is a legitimate wish here: to see what a client makes of it.
        if (request.ExpiresIn is < -MaxLifetime or > MaxLifetime)
            throw RequestException.Invalid("expires_in", $"A token may last {MaxLifetime} seconds at most.");
    }

    private static Roles ParseRoles(IEnumerable<string> names) =>
        names.Aggregate(Roles.None, (roles, name) => roles | (WireNames.TryParse<Roles>(name, out var role) ? role : Roles.None));

    /// <summary>For whom to issue a token; <paramref name="ExpiresIn"/> in seconds from now.</summary>
    private sealed record TokenRequest(string? Sub, string? Name, string? Email, IReadOnlyList<string>? Roles, int? ExpiresIn);

    private sealed record TokenAnswer(string Token, DateTimeOffset ExpiresAt);
}
