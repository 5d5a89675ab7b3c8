namespace FastTrackBot.FastTrack;

/// <summary>What can be done with an engagement. <see cref="RightsTable"/> says who may.</summary>
public enum Right
{
    See,

    /// <summary>Tick items, note and block them.</summary>
    Tick,

    /// <summary>Give items an owner and a due date.</summary>
    Assign,

    /// <summary>Lead the engagement into its next phase when nothing stands open, or back.</summary>
    Advance,

    /// <summary>Lead it on although something stands open, or set a task aside; a reason must be given.</summary>
    Override,

    /// <summary>Say who takes part.</summary>
    ManageTeam,

    /// <summary>See and set motion and approaches.</summary>
    Tag,

    /// <summary>Have the tenant read.</summary>
    Assess,

    /// <summary>Put findings into the remediation plan, or waive them.</summary>
    PlanRemediation,

    /// <summary>Report an item of the plan as done.</summary>
    Remediate,

    /// <summary>Confirm for the customer that an item of the plan is done.</summary>
    VerifyForCustomer,

    /// <summary>Confirm the same for FastTrack.</summary>
    VerifyForFastTrack,

    /// <summary>Plan, move and cancel checkpoints.</summary>
    PlanCheckpoints,

    /// <summary>Say that a checkpoint was held, and write down what it decided.</summary>
    TakeMinutes,

    Close,
}
