namespace HotGigs.Domain.Common;

/// <summary>The name under which an enum member appears in JSON. Part of the wire contract: never changed once published.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class WireNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
