using HotGigs.Domain.Notifications;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

/// <summary>The columns of what brought a notification about.</summary>
internal static class CauseColumns
{
    public static void IsCause(this ComplexPropertyBuilder<NotificationCause> cause)
    {
        cause.Property(one => one.Source).IsOpaque(NotificationCause.MaxSourceLength);
        cause.Property(one => one.Id).IsOpaque(NotificationCause.MaxIdLength);
    }
}
