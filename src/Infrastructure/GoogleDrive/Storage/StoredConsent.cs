using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Persistence.Configurations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.GoogleDrive.Storage;

/// <summary>A user who was sent to Google and has not come back yet.</summary>
internal sealed class StoredConsent
{
    /// <summary>SHA-256 of the state: whoever reads the table cannot come back in the user's place.</summary>
    public required byte[] StateHash { get; init; }

    public required string UserId { get; init; }

    /// <summary>The secret of PKCE, encrypted.</summary>
    public required string Verifier { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class StoredConsentConfiguration : IEntityTypeConfiguration<StoredConsent>
{
    public void Configure(EntityTypeBuilder<StoredConsent> builder)
    {
        builder.ToTable("GoogleDriveConsents");
        builder.HasKey(consent => consent.StateHash);
        builder.Property(consent => consent.StateHash).HasMaxLength(32).IsFixedLength();
        builder.Property(consent => consent.UserId).IsOpaque(User.MaxIdLength);
        builder.HasIndex(consent => new { consent.UserId, consent.ExpiresAt });
        builder.HasIndex(consent => consent.ExpiresAt);
    }
}
