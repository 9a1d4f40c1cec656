using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace HotGigs.Infrastructure.GoogleDrive.Storage;

/// <summary>Encrypts what opens a user's Drive, with the keys that all servers share.</summary>
internal sealed class TokenProtector(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("HotGigs.GoogleDrive.Tokens", "v1");

    public string Protect(string secret) => protector.Protect(secret);

    /// <returns><c>null</c> where the keys are lost that it was encrypted with.</returns>
    public string? Unprotect(string secret)
    {
        try
        {
            return protector.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
