using Microsoft.Extensions.Options;

namespace HotGigs.WebApi.Authentication;

/// <summary>How the pages sign people in at <c>Jwt:Authority</c>. Configuration section <c>SignIn</c>.</summary>
public sealed class SignInOptions
{
    public const string Section = "SignIn";

    public const int MaxDisplayNameLength = 60;

    /// <summary>The public client that is registered for the pages at the provider; without it they ask for a token.</summary>
    public string? ClientId { get; set; }

    /// <summary>What is asked for, by names with spaces between; <c>offline_access</c> is what lets sessions be renewed.</summary>
    public string Scope { get; set; } = "openid profile email offline_access";

    /// <summary>What people call the provider, for the button; at most <see cref="MaxDisplayNameLength"/> characters.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Whether the pages sign in at the provider.</summary>
    public bool IsEnabled => !string.IsNullOrWhiteSpace(ClientId);
}

/// <summary>Keeps a server from starting whose button could lead nowhere.</summary>
internal sealed class SignInOptionsValidator(IOptions<JwtOptions> jwt) : IValidateOptions<SignInOptions>
{
    public ValidateOptionsResult Validate(string? name, SignInOptions options)
    {
        if (options.IsEnabled && string.IsNullOrWhiteSpace(jwt.Value.Authority))
            return ValidateOptionsResult.Fail("SignIn:ClientId needs Jwt:Authority, the provider that the client is registered at.");
        if (options.Scope?.Split(' ').Contains("openid") is not true)
            return ValidateOptionsResult.Fail("SignIn:Scope has to contain openid.");
        return options.DisplayName is { Length: > SignInOptions.MaxDisplayNameLength }
            ? ValidateOptionsResult.Fail($"SignIn:DisplayName is longer than {SignInOptions.MaxDisplayNameLength} characters.")
            : ValidateOptionsResult.Success;
    }
}
