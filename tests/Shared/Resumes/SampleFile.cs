namespace HotGigs.Tests.Shared.Resumes;

/// <summary>A file to upload.</summary>
/// <param name="Name">As on the uploader's machine.</param>
/// <param name="ContentType">What a browser would say it is.</param>
/// <param name="Content">The bytes.</param>
public sealed record SampleFile(string Name, string ContentType, byte[] Content)
{
    public override string ToString() => Name;
}
