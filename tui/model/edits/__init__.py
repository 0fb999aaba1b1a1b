"""Every change a user can make, as data: small frozen dataclasses with `changes(project)` and `sentence(project)`.

Both methods are pure. `changes` returns the new values and raises `Mistake` where the edit breaks a rule of the method;
`sentence` says, as of the project before the edit, what history and undo will call it. Sentences hold names that
coders gave, never words of a transcript. Ids of new documents are drawn by whoever builds the edit; time, order and
the coder who writes are the store's.

=============  ======================================================================================================
module         edits
=============  ======================================================================================================
units          MarkUnit, ApplyCode, TakeCodeOff, Recode, Condense, RemoveUnit, MarkNotRelevant, MarkRelevant
spans          ChangeSpans, SplitUnit, JoinUnits
quotations     SetQuotation, WriteQuotation, ChooseAnchor
codebook       CreateNode, RenameNode, ShortenNode, DefineNode, SetLetter, ParkNode, UnparkNode, RemoveNode, SetMembers
sorting        MoveNodes, ReorderNode, GroupPiles
shaping        MergeNodes, SplitNode, PromoteNode, DemoteNode
sources        ImportSource, RenameSource, SetSpeaker, CorrectTurn, SetFacts, RemoveSource
participants   AddParticipant, RenameParticipant, SetAttributes, RemoveParticipant
project        SetProject, SetSetting, AddCoder, SetQuickKey, BeginPass, EndPass, TakeSnapshot
memos          WriteMemo, EditMemo, RemoveMemo
=============  ======================================================================================================
"""
