using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

/// <summary>
/// Marks text that is compared byte by byte, such as a user id: two that differ in case are two. SQLite does so
/// by itself; on SQL Server, whose default ignores case, the column gets a binary collation. Spaces at the end it
/// ignores all the same, which is why ids and keys with outer spaces are refused.
/// </summary>
internal static class OpaqueText
{
    public const string Annotation = "HotGigs:OpaqueText";

    public static PropertyBuilder<T> IsOpaque<T>(this PropertyBuilder<T> property, int maxLength) =>
        property.HasMaxLength(maxLength).HasAnnotation(Annotation, true);

    public static ComplexTypePropertyBuilder<T> IsOpaque<T>(this ComplexTypePropertyBuilder<T> property, int maxLength) =>
        property.HasMaxLength(maxLength).HasAnnotation(Annotation, true);
}
