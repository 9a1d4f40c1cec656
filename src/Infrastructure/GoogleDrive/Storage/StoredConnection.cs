using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Persistence.Configurations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.GoogleDrive.Storage;

/// <summary>A user's grant as it is stored: the tokens encrypted.</summary>
internal sealed class StoredConnection
{
    public required string UserId { get; init; }

    /// <summary>Another one each time the user connects.</summary>
    public required Guid ConnectionId { get; set; }

    public string? Email { get; set; }

    public DateTimeOffset ConnectedAt { get; set; }

    public string RefreshToken { get; set; } = "";

    public string AccessToken { get; set; } = "";

    public DateTimeOffset AccessTokenExpiresAt { get; set; }
}

internal sealed class StoredConnectionConfiguration : IEntityTypeConfiguration<StoredConnection>
{
    public void Configure(EntityTypeBuilder<StoredConnection> builder)
    {
        builder.ToTable("GoogleDriveConnections");
        builder.HasKey(connection => connection.UserId);
        builder.Property(connection => connection.UserId).IsOpaque(User.MaxIdLength);
        builder.Property(connection => connection.Email).HasMaxLength(User.MaxEmailLength);
    }
}
