namespace HotGigs.Client;

/// <summary>The fields of a frame.</summary>
public abstract record FrameContent;
