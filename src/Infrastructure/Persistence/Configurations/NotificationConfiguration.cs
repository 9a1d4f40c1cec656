using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    private const string InList = "[ArchivedAt] IS NULL AND [DeletedAt] IS NULL";

    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.HasKey(notification => notification.Id);
        builder.Property(notification => notification.Id).ValueGeneratedNever();
        builder.Property(notification => notification.UserId).IsOpaque(User.MaxIdLength);
        builder.Property(notification => notification.Title).HasMaxLength(Notification.MaxTitleLength);
        builder.Property(notification => notification.Message).HasMaxLength(Notification.MaxMessageLength);
        builder.Property(notification => notification.ActionUrl).HasMaxLength(Notification.MaxActionUrlLength);
        builder.Property(notification => notification.DeduplicationKey).IsOpaque(Notification.MaxDeduplicationKeyLength);
        builder.ComplexProperty(notification => notification.Related);
        builder.ComplexProperty(notification => notification.Actor, actor =>
        {
            actor.Property(one => one.Id).IsOpaque(User.MaxIdLength);
            actor.Property(one => one.Name).HasMaxLength(User.MaxNameLength);
        });
        builder.ComplexProperty(notification => notification.Cause, cause => cause.IsCause());
        builder.ComplexProperty(notification => notification.Decisions);
        builder.HasOne<NotificationFeed>().WithMany().HasForeignKey(notification => notification.UserId);

        // The list, newest first; what is unread or unseen of it; one type of it; recovery from a position.
        builder.HasIndex(notification => new { notification.UserId, notification.Seq }).IsUnique();
        // The columns that are null in all their rows have SQLite prefer these to the one of the whole feed: what is
        // archived, deleted or read is not gone through.
        builder.HasIndex(notification => new { notification.UserId, notification.DeletedAt, notification.Seq }, "IX_Notifications_Listed")
            .HasFilter(InList);
        builder.HasIndex(notification => new { notification.UserId, notification.DeletedAt, notification.Seq }, "IX_Notifications_Archive")
            .HasFilter("[ArchivedAt] IS NOT NULL AND [DeletedAt] IS NULL");
        builder.HasIndex(notification => new { notification.UserId, notification.DeletedAt, notification.ReadAt, notification.Seq }, "IX_Notifications_Unread")
            .HasFilter($"[ReadAt] IS NULL AND {InList}");
        builder.HasIndex(notification => new { notification.UserId, notification.DeletedAt, notification.SeenAt, notification.Seq }, "IX_Notifications_Unseen")
            .HasFilter($"[SeenAt] IS NULL AND {InList}");
        builder.HasIndex(notification => new { notification.UserId, notification.Type, notification.Seq });
        builder.HasIndex(notification => new { notification.UserId, notification.ChangedSeq });

        builder.HasIndex(notification => new { notification.UserId, notification.Type, notification.DeduplicationKey })
            .IsUnique()
            .HasFilter("[DeduplicationKey] IS NOT NULL");

        // What expires; what has been kept long enough, by its state; tombstones that no device can need any more.
        builder.HasIndex(notification => notification.ExpiresAt, "IX_Notifications_Expiring")
            .HasFilter("[ExpiresAt] IS NOT NULL AND [DeletedAt] IS NULL");
        builder.HasIndex(notification => new { notification.Type, notification.StateSince }, "IX_Notifications_KeptUnread")
            .HasFilter($"[ReadAt] IS NULL AND {InList}");
        builder.HasIndex(notification => new { notification.Type, notification.StateSince }, "IX_Notifications_KeptRead")
            .HasFilter($"[ReadAt] IS NOT NULL AND {InList}");
        builder.HasIndex(notification => new { notification.Type, notification.StateSince }, "IX_Notifications_KeptArchived")
            .HasFilter("[ArchivedAt] IS NOT NULL AND [DeletedAt] IS NULL");
        builder.HasIndex(notification => notification.DeletedAt, "IX_Notifications_Tombstones")
            .HasFilter("[DeletedAt] IS NOT NULL");
    }
}
