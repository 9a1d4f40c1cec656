using HotGigs.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.HasKey(user => user.Id);
        builder.Property(user => user.Id).IsOpaque(User.MaxIdLength);
        builder.Property(user => user.Name).HasMaxLength(User.MaxNameLength);
        builder.Property(user => user.Email).HasMaxLength(User.MaxEmailLength);
        // Of two tokens that arrive at the same moment, the later one written must have seen the other.
        builder.Property(user => user.TokenIssuedAt).IsConcurrencyToken();
        builder.HasIndex(user => user.Roles);
        builder.HasIndex(user => user.LastSeenAt);
        // Lists are by name.
        builder.HasIndex(user => new { user.Name, user.Id });
    }
}
