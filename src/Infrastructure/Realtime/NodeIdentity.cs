using System.Security.Cryptography;

namespace HotGigs.Infrastructure.Realtime;

/// <summary>This run of this server, as others tell it from theirs.</summary>
public sealed class NodeIdentity
{
    /// <summary>The machine for people to recognise, and what no other run has.</summary>
    public string Id { get; } = $"{Environment.MachineName}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
}
