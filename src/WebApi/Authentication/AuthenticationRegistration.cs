using System.Text;
using HotGigs.Application.Common;
using HotGigs.Application.Users;
using HotGigs.Infrastructure.Realtime;
using HotGigs.WebApi.Errors;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace HotGigs.WebApi.Authentication;

/// <summary>Registers bearer authentication: every endpoint asks for it unless it says otherwise.</summary>
internal static class AuthenticationRegistration
{
    public static IServiceCollection AddTokenAuthentication(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var jwt = services.AddOptions<JwtOptions>().Bind(configuration.GetSection(JwtOptions.Section));
        if (environment.IsDevelopment())
        {
            jwt.PostConfigure(options =>
            {
                if (string.IsNullOrWhiteSpace(options.Authority) && string.IsNullOrWhiteSpace(options.SigningKey))
                    options.SigningKey = DevelopmentSigningKey.GetOrCreate();
            });
        }

        services.AddSingleton<IValidateOptions<JwtOptions>, JwtOptionsValidator>();
        jwt.ValidateOnStart();

        services.AddOptions<SignInOptions>().Bind(configuration.GetSection(SignInOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SignInOptions>, SignInOptionsValidator>();

        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<JwtOptions>, TimeProvider>((bearer, options, clock) => Configure(bearer, options.Value, clock));
        services.AddSingleton<ITokenAuthenticator, TokenAuthenticator>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    private static bool IsPlainHttp(string? authority) =>
        authority?.StartsWith($"{Uri.UriSchemeHttp}:", StringComparison.OrdinalIgnoreCase) is true;

    private static void Configure(JwtBearerOptions bearer, JwtOptions jwt, TimeProvider clock)
    {
        bearer.MapInboundClaims = false;
        bearer.TimeProvider = clock;
        bearer.Authority = string.IsNullOrWhiteSpace(jwt.Authority) ? null : jwt.Authority;
        // What is not https is on this machine: the options see to that. What is, may name no address that is not.
        bearer.RequireHttpsMetadata = !IsPlainHttp(jwt.Authority);
        // After an outage, and after a provider has changed its keys, tokens are good again within this time.
        bearer.RefreshInterval = TimeSpan.FromSeconds(30);
        // A provider that does not answer is an outage, and told as one while people still wait.
        bearer.BackchannelTimeout = TimeSpan.FromSeconds(5);
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            NameClaimType = "name",
            RoleClaimType = jwt.RoleClaim,
            ClockSkew = jwt.ClockSkew ?? (jwt.Authority is { Length: > 0 } ? TimeSpan.FromSeconds(30) : TimeSpan.Zero),
            RequireExpirationTime = true,
            ValidIssuer = jwt.Issuer,
            ValidateIssuer = jwt.Issuer is { Length: > 0 } || jwt.Authority is { Length: > 0 },
            ValidAudience = jwt.Audience,
            ValidateAudience = jwt.Audience is { Length: > 0 },
            IssuerSigningKey = jwt.SigningKey is { Length: > 0 } key ? new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key)) : null,
        };
        if (jwt.SigningKey is { Length: > 0 })
            bearer.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];

        bearer.Events = new JwtBearerEvents
        {
            OnTokenValidated = validated =>
            {
                if (validated.Principal is not { } principal || TokenIdentity.Read(principal) is not { } user)
                    validated.Fail("The token has no usable 'sub'.");
                else if (validated.HttpContext.RequestServices.GetRequiredService<ISignOuts>().Covers(user.Id, TokenIdentity.ReadIssuedAt(principal)))
                    validated.Fail("The user was signed out after the token was issued.");
                return Task.CompletedTask;
            },
            OnAuthenticationFailed = async failed =>
            {
                if (!await ProviderKeys.AreKnownAsync(failed.Options, failed.HttpContext.RequestAborted))
                    failed.Fail(ProviderKeys.Unknown());
            },
            OnChallenge = async challenge =>
            {
                challenge.HandleResponse();
                if (challenge.AuthenticateFailure is not RequestException)
                    challenge.Response.Headers.WWWAuthenticate = "Bearer";
                await ProblemWriter.WriteAsync(challenge.HttpContext, challenge.AuthenticateFailure as RequestException ?? new RequestException(
                    ErrorCode.Unauthenticated,
                    challenge.AuthenticateFailure is null
                        ? "Sign in first: this needs a bearer token in the Authorization header."
                        : "The token is invalid or has expired. Sign in again."));
            },
            OnForbidden = forbidden => ProblemWriter.WriteAsync(
                forbidden.HttpContext, new RequestException(ErrorCode.Forbidden, "You may not do this.")),
        };
    }
}
