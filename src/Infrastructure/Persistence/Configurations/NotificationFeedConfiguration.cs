using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

internal sealed class NotificationFeedConfiguration : IEntityTypeConfiguration<NotificationFeed>
{
    public void Configure(EntityTypeBuilder<NotificationFeed> builder)
    {
        builder.HasKey(feed => feed.UserId);
        builder.Property(feed => feed.UserId).IsOpaque(User.MaxIdLength);
        builder.Property(feed => feed.Epoch).IsOpaque(32);
        builder.Ignore(feed => feed.PendingEvents);
    }
}
