namespace HotGigs.Infrastructure.GoogleDrive.Storage;

/// <summary>A user's grant, its tokens readable. It is never logged; a token that could not be decrypted is missing.</summary>
internal sealed record GoogleConnection(
    string UserId,
    Guid ConnectionId,
    string? Email,
    DateTimeOffset ConnectedAt,
    string? RefreshToken,
    string? AccessToken,
    DateTimeOffset AccessTokenExpiresAt)
{
    public override string ToString() => $"Google connection {ConnectionId}";
}
