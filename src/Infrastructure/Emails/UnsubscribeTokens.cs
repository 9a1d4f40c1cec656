using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using HotGigs.Application.Emails;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;
using Microsoft.AspNetCore.DataProtection;

namespace HotGigs.Infrastructure.Emails;

/// <summary>Encrypts and signs with the keys that all servers share: nobody can make such a token, or read a user's id out of one.</summary>
internal sealed class UnsubscribeTokens(IDataProtectionProvider protection, TimeProvider clock) : IUnsubscribeTokens
{
    private const string AllTypes = "all";
    private const int MaxLength = 2_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly IDataProtector protector = protection.CreateProtector("HotGigs.Emails.Unsubscribe", "v1");

    public string Create(Unsubscription unsubscription)
    {
        var until = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var type = unsubscription.Type?.ToWireName() ?? AllTypes;
        // The user's id last: it may hold any character.
        return protector.Protect($"{until}|{type}|{unsubscription.UserId}");
    }

    public bool TryRead(string? token, [NotNullWhen(true)] out Unsubscription? unsubscription)
    {
        unsubscription = null;
        if (token is not { Length: > 0 and <= MaxLength } || TryUnprotect(token) is not [var until, var type, var userId])
            return false;
        if (long.Parse(until, CultureInfo.InvariantCulture) < clock.GetUtcNow().ToUnixTimeSeconds())
            return false;

        if (type == AllTypes)
            unsubscription = new Unsubscription(userId, null);
        else if (WireNames.TryParse<NotificationType>(type, out var one))
            unsubscription = new Unsubscription(userId, one);
        return unsubscription is not null;
    }

    private string[]? TryUnprotect(string token)
    {
        try
        {
            return protector.Unprotect(token).Split('|', 3);
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
