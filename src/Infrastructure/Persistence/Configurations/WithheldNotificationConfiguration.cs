using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

internal sealed class WithheldNotificationConfiguration : IEntityTypeConfiguration<WithheldNotification>
{
    public void Configure(EntityTypeBuilder<WithheldNotification> builder)
    {
        builder.HasKey(withheld => withheld.Id);
        builder.Property(withheld => withheld.Id).ValueGeneratedNever();
        builder.Property(withheld => withheld.UserId).IsOpaque(User.MaxIdLength);
        builder.Property(withheld => withheld.DeduplicationKey).IsOpaque(Notification.MaxDeduplicationKeyLength);
        builder.ComplexProperty(withheld => withheld.Decisions);
        builder.ComplexProperty(withheld => withheld.Cause, cause => cause.IsCause());

        builder.HasIndex(withheld => new { withheld.UserId, withheld.At });
        builder.HasIndex(withheld => new { withheld.UserId, withheld.Type, withheld.DeduplicationKey });
        builder.HasIndex(withheld => withheld.At);
    }
}
