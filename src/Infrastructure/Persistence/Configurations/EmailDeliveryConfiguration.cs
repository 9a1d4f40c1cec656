using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

internal sealed class EmailDeliveryConfiguration : IEntityTypeConfiguration<EmailDelivery>
{
    public void Configure(EntityTypeBuilder<EmailDelivery> builder)
    {
        builder.HasKey(mail => mail.Id);
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.UserId).IsOpaque(User.MaxIdLength);
        builder.Property(mail => mail.Title).HasMaxLength(Notification.MaxTitleLength);
        builder.Property(mail => mail.Message).HasMaxLength(Notification.MaxMessageLength);
        builder.Property(mail => mail.ActionUrl).HasMaxLength(Notification.MaxActionUrlLength);
        // Compare and set: of two workers that saw the same mail, the one whose claim is written first has it.
        builder.Property(mail => mail.ClaimedBy).IsOpaque(200).IsConcurrencyToken();
        builder.Property(mail => mail.Attempts).HasJsonConversion();
        builder.Property(mail => mail.Reason).HasMaxLength(EmailDelivery.MaxErrorLength);

        // The queue; what is due together with another one; how many there were lately; of one notification; what has ended; the list for admins.
        // The state stands in the queue's own index as well: without it, SQLite takes another one that begins with it.
        builder.HasIndex(mail => new { mail.Status, mail.DueAt }, "IX_EmailDeliveries_Queue").HasFilter("[Status] = 1");
        builder.HasIndex(mail => new { mail.UserId, mail.Grouping, mail.Type }, "IX_EmailDeliveries_Groups").HasFilter("[Status] = 1");
        builder.HasIndex(mail => new { mail.UserId, mail.Type, mail.CreatedAt });
        builder.HasIndex(mail => mail.NotificationId);
        builder.HasIndex(mail => new { mail.Status, mail.EndedAt });
        builder.HasIndex(mail => new { mail.Status, mail.CreatedAt, mail.Id });
    }
}
