using HotGigs.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

internal sealed class ReceivedEventConfiguration : IEntityTypeConfiguration<ReceivedEvent>
{
    public void Configure(EntityTypeBuilder<ReceivedEvent> builder)
    {
        builder.HasKey(received => received.Key);
        builder.Property(received => received.Key).HasMaxLength(32).IsFixedLength();
        builder.Property(received => received.Source).IsOpaque(NotificationCause.MaxSourceLength);
        builder.Property(received => received.EventId).IsOpaque(NotificationCause.MaxIdLength);
        builder.HasIndex(received => received.ReceivedAt);
    }
}
