using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace HotGigs.Domain.Common;

/// <summary>Translates the members of an enum to their <see cref="WireNameAttribute"/> names and back.</summary>
public static class WireNames
{
    /// <summary>The wire name of a member.</summary>
    /// <exception cref="KeyNotFoundException">The value is no declared member.</exception>
    public static string ToWireName<TEnum>(this TEnum value)
        where TEnum : struct, Enum => Table<TEnum>.Names[value];

    /// <summary>Finds the member with a wire name. Names are case-sensitive.</summary>
    public static bool TryParse<TEnum>([NotNullWhen(true)] string? name, out TEnum value)
        where TEnum : struct, Enum
    {
        value = default;
        return name is not null && Table<TEnum>.Values.TryGetValue(name, out value);
    }

    /// <summary>All wire names of an enum, in the order of the members' numbers.</summary>
    public static IReadOnlyList<string> All<TEnum>()
        where TEnum : struct, Enum => Table<TEnum>.Ordered;

    private static class Table<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> Names = Enum.GetValues<TEnum>().ToDictionary(
            member => member,
            member => typeof(TEnum).GetField(member.ToString())?.GetCustomAttribute<WireNameAttribute>()?.Name
                ?? throw new InvalidOperationException($"{typeof(TEnum).Name}.{member} lacks its [WireName]."));

        public static readonly Dictionary<string, TEnum> Values =
            Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        public static readonly string[] Ordered = [.. Names.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }
}
