using HotGigs.Domain.Preferences;
using HotGigs.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

internal sealed class NotificationPreferencesConfiguration : IEntityTypeConfiguration<NotificationPreferences>
{
    public void Configure(EntityTypeBuilder<NotificationPreferences> builder)
    {
        builder.HasKey(preferences => preferences.UserId);
        builder.Property(preferences => preferences.UserId).IsOpaque(User.MaxIdLength);
        builder.Property(preferences => preferences.Choices).HasJsonConversion();
        builder.ComplexProperty(preferences => preferences.QuietHours, quiet =>
            quiet.Property(one => one.TimeZone).HasMaxLength(QuietHours.MaxTimeZoneLength));
        builder.ComplexProperty(preferences => preferences.Email);
        builder.Property(preferences => preferences.Version).IsConcurrencyToken();
    }
}
